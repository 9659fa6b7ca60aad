import { sql } from 'kysely'

import type { Mailbox } from '../model/account.ts'
import type { MailboxId } from '../model/ids.ts'
import type { AccountScope, PersonScope } from '../model/scope.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

const COLUMNS = ['account_id', 'mailbox_id', 'address', 'approved_sender', 'copies'] as const

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

/** Remembers that Amazon copies our own mails to this mailbox. Harmless to repeat. */
export async function markCopiesSeen(tx: Tx, scope: AccountScope, mailboxId: MailboxId): Promise<void> {
  await tx
    .updateTable('mailbox')
    .set({ copies: 'seen' })
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
  }
}
