import { sql } from 'kysely'

import type { Mailbox } from '../model/account.ts'
import type { MailboxId } from '../model/ids.ts'
import type { AccountScope, PersonScope } from '../model/scope.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

const COLUMNS = [
  'account_id',
  'mailbox_id',
  'address',
  'approved_sender',
  'copies',
  'authserv_ids',
  'deadlines_from',
  'copies_since',
  'keeps_sent',
] as const

type MailboxRow = Pick<Tables['mailbox'], (typeof COLUMNS)[number]>

export async function insertMailbox(tx: Tx, scope: AccountScope, mailbox: Mailbox, createdAt: Date): Promise<void> {
  await tx
    .insertInto('mailbox')
    .values({
      account_id: scope.accountId,
      mailbox_id: mailbox.id,
      address: mailbox.address,
      approved_sender: mailbox.approvedSender,
      copies: mailbox.copies,
      created_at: createdAt,
      authserv_ids: mailbox.authservIds,
      deadlines_from: mailbox.deadlinesFrom ?? null,
      copies_since: mailbox.copiesSince ?? null,
      keeps_sent: mailbox.keepsSent,
    })
    .execute()
}

/** Makes set-ups of one address wait for each other until the transaction ends, so that two accounts never get it. */
export async function lockAddress(tx: Tx, address: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${address}, 0))`.execute(tx)
}

/** The mailboxes with this address among the accounts of a person: for the desk, whose mail this is. */
export async function listMailboxesAt(tx: Tx, scope: PersonScope, address: string): Promise<readonly Mailbox[]> {
  const rows = await tx
    .selectFrom('mailbox')
    .innerJoin('membership', 'membership.account_id', 'mailbox.account_id')
    .select(COLUMNS.map((column) => `mailbox.${column}` as const))
    .where('membership.person_id', '=', scope.personId)
    .where('mailbox.address', '=', address)
    .execute()
  return rows.map(mailboxOf)
}

/** The mailboxes of an account, oldest first. */
export async function listMailboxes(tx: Tx, scope: AccountScope): Promise<readonly Mailbox[]> {
  const rows = await tx
    .selectFrom('mailbox')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .orderBy('mailbox_id')
    .execute()
  return rows.map(mailboxOf)
}

/** One mailbox, or nothing. */
export async function findMailbox(tx: Tx, scope: AccountScope, mailboxId: MailboxId): Promise<Mailbox | undefined> {
  const row = await tx
    .selectFrom('mailbox')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .executeTakeFirst()
  return row && mailboxOf(row)
}

/** As `findMailbox`, and holds the row until the transaction ends, so that two changes of one mailbox follow each other. */
export async function lockMailbox(tx: Tx, scope: AccountScope, mailboxId: MailboxId): Promise<Mailbox | undefined> {
  const row = await tx
    .selectFrom('mailbox')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .forUpdate()
    .executeTakeFirst()
  return row && mailboxOf(row)
}

/** Writes what people may change of a mailbox. Its address stays. */
export async function updateMailbox(tx: Tx, scope: AccountScope, mailbox: Mailbox): Promise<void> {
  await tx
    .updateTable('mailbox')
    .set({
      approved_sender: mailbox.approvedSender,
      authserv_ids: mailbox.authservIds,
      deadlines_from: mailbox.deadlinesFrom ?? null,
      copies: mailbox.copies,
      copies_since: mailbox.copiesSince ?? null,
      keeps_sent: mailbox.keepsSent,
    })
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailbox.id)
    .execute()
}

/** Remembers that Amazon copies our own mails to this mailbox, and since when. Harmless to repeat. */
export async function markCopiesSeen(tx: Tx, scope: AccountScope, mailboxId: MailboxId, at: Date): Promise<void> {
  await tx
    .updateTable('mailbox')
    .set((column) => ({ copies: 'seen', copies_since: column.fn.coalesce('copies_since', sql.val(at)) }))
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .execute()
}

function mailboxOf(row: MailboxRow): Mailbox {
  return {
    accountId: row.account_id,
    id: row.mailbox_id,
    address: row.address,
    approvedSender: row.approved_sender,
    copies: row.copies,
    authservIds: row.authserv_ids,
    deadlinesFrom: row.deadlines_from ?? undefined,
    copiesSince: row.copies_since ?? undefined,
    keepsSent: row.keeps_sent,
  }
}
