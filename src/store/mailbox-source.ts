import type { AccountId, MailboxId } from '../model/ids.ts'
import type { MailboxSource } from '../model/mailbox-source.ts'
import type { AccountScope, PersonScope } from '../model/scope.ts'
import type { SealedLogin } from '../seal/sealed-login.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** A source as the table has it; who logs in there is sealed. */
export interface SourceRow {
  readonly source: MailboxSource
  readonly login: Uint8Array
  readonly changedAt: Date
}

/** Which mailbox is fetched, and what tells one state of its source from every other. */
export interface WatchedSource {
  readonly accountId: AccountId
  readonly mailboxId: MailboxId
  readonly version: number
  readonly changedAt: Date
}

const COLUMNS = ['mailbox_id', 'version', 'host', 'port', 'security', 'folder', 'login_sealed', 'changed_at'] as const

type SourceColumns = Pick<Tables['mailbox_source'], (typeof COLUMNS)[number]>

/** The source of a mailbox, or nothing. */
export async function findSource(tx: Tx, scope: AccountScope, mailboxId: MailboxId): Promise<SourceRow | undefined> {
  const row = await tx
    .selectFrom('mailbox_source')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .executeTakeFirst()
  return row && rowOf(row)
}

/** The sources of an account, by mailbox. */
export async function listSources(tx: Tx, scope: AccountScope): Promise<ReadonlyMap<MailboxId, SourceRow>> {
  const rows = await tx.selectFrom('mailbox_source').select(COLUMNS).where('account_id', '=', scope.accountId).execute()
  return new Map(rows.map((row) => [row.mailbox_id, rowOf(row)]))
}

/** Every source among the accounts of a person, oldest mailbox first: for the desk, which fetches them. */
export async function listSourcesOf(tx: Tx, scope: PersonScope): Promise<readonly WatchedSource[]> {
  const rows = await tx
    .selectFrom('mailbox_source')
    .innerJoin('membership', 'membership.account_id', 'mailbox_source.account_id')
    .select([
      'mailbox_source.account_id',
      'mailbox_source.mailbox_id',
      'mailbox_source.version',
      'mailbox_source.changed_at',
    ])
    .where('membership.person_id', '=', scope.personId)
    .orderBy('mailbox_source.mailbox_id')
    .execute()
  return rows.map((row) => ({
    accountId: row.account_id,
    mailboxId: row.mailbox_id,
    version: row.version,
    changedAt: row.changed_at,
  }))
}

/** Writes the source of a mailbox, over the one it had. The caller holds the mailbox's lock and counts the version. */
export async function saveSource(
  tx: Tx,
  scope: AccountScope,
  { source, login, changedAt }: Omit<SourceRow, 'login'> & { readonly login: SealedLogin },
): Promise<void> {
  const values = {
    version: source.version,
    host: source.host,
    port: source.port,
    security: source.security,
    folder: source.folder,
    login_sealed: login,
    changed_at: changedAt,
  }
  await tx
    .insertInto('mailbox_source')
    .values({ account_id: scope.accountId, mailbox_id: source.mailboxId, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'mailbox_id']).doUpdateSet(values))
    .execute()
}

/** Forgets where a mailbox is fetched from. Returns false when it had no source. */
export async function deleteSource(tx: Tx, scope: AccountScope, mailboxId: MailboxId): Promise<boolean> {
  const result = await tx
    .deleteFrom('mailbox_source')
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

function rowOf(row: SourceColumns): SourceRow {
  return {
    source: {
      mailboxId: row.mailbox_id,
      version: row.version,
      host: row.host,
      port: row.port,
      security: row.security,
      folder: row.folder,
    },
    login: row.login_sealed,
    changedAt: row.changed_at,
  }
}
