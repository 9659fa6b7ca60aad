import { sql } from 'kysely'

import type { AccountId, MailboxId } from '../model/ids.ts'
import type { ReconciledDay } from '../model/reconciliation.ts'
import type { AccountScope, PersonScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** One day of the last comparison of a mailbox. */
export interface ReconciliationRow extends ReconciledDay {
  readonly mailboxId: MailboxId
  readonly reckonedAt: Date
}

/** Days written in one statement; a statement has at most 65,535 values. */
const DAYS_A_STATEMENT = 1_000

/** Puts the days of a comparison in the place of those there were. */
export async function replaceReconciliation(
  tx: Tx,
  scope: AccountScope,
  comparison: {
    readonly mailboxId: MailboxId
    readonly reckonedAt: Date
    readonly days: readonly ReconciledDay[]
  },
): Promise<void> {
  const { mailboxId, reckonedAt, days } = comparison
  await tx
    .deleteFrom('reconciliation')
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .execute()
  for (let first = 0; first < days.length; first += DAYS_A_STATEMENT) {
    await tx
      .insertInto('reconciliation')
      .values(
        days.slice(first, first + DAYS_A_STATEMENT).map((day) => ({
          account_id: scope.accountId,
          mailbox_id: mailboxId,
          day: day.day,
          on_server: day.onServer,
          stored: day.stored,
          repeated: day.repeated,
          noticed: day.noticed,
          quarantined: day.quarantined,
          missing: day.missing,
          gone: day.gone,
          reckoned_at: reckonedAt,
        })),
      )
      .execute()
  }
}

/** The days of the last comparison of each mailbox of the account, the newest first. */
export async function listReconciliation(tx: Tx, scope: AccountScope): Promise<readonly ReconciliationRow[]> {
  const rows = await tx
    .selectFrom('reconciliation')
    .select([
      'mailbox_id',
      'day',
      'on_server',
      'stored',
      'repeated',
      'noticed',
      'quarantined',
      'missing',
      'gone',
      'reckoned_at',
    ])
    .where('account_id', '=', scope.accountId)
    .orderBy('mailbox_id')
    .orderBy('day', 'desc')
    .execute()
  return rows.map((row) => ({
    mailboxId: row.mailbox_id,
    day: row.day,
    onServer: row.on_server,
    stored: row.stored,
    repeated: row.repeated,
    noticed: row.noticed,
    quarantined: row.quarantined,
    missing: row.missing,
    gone: row.gone,
    reckonedAt: row.reckoned_at,
  }))
}

/** Mailboxes among the accounts of a person that were never compared, or last before an instant. */
export async function listUnreconciled(
  tx: Tx,
  scope: PersonScope,
  before: Date,
): Promise<readonly { readonly accountId: AccountId; readonly mailboxId: MailboxId }[]> {
  const { rows } = await sql<{ account_id: AccountId; mailbox_id: MailboxId }>`
    select b.account_id, b.mailbox_id
      from mailbox b
      join membership m on m.account_id = b.account_id and m.person_id = ${scope.personId}
     where not exists (select from reconciliation r
                        where r.account_id = b.account_id and r.mailbox_id = b.mailbox_id and r.reckoned_at >= ${before})
     order by b.account_id, b.mailbox_id`.execute(tx)
  return rows.map((row) => ({ accountId: row.account_id, mailboxId: row.mailbox_id }))
}
