import type { MailboxId } from '../model/ids.ts'
import type { MailboxWatch } from '../model/mailbox-source.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

const COLUMNS = ['mailbox_id', 'state', 'problem', 'since', 'seen_at', 'retry_at', 'behind'] as const

/** How the watcher of a mailbox fares; nothing for one that was never watched. */
export async function findWatch(tx: Tx, scope: AccountScope, mailboxId: MailboxId): Promise<MailboxWatch | undefined> {
  const row = await tx
    .selectFrom('mailbox_watch')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .executeTakeFirst()
  return row && watchOf(row)
}

/** How the watchers of an account's mailboxes fare, by mailbox; one that was never watched is not in the map. */
export async function listWatches(tx: Tx, scope: AccountScope): Promise<ReadonlyMap<MailboxId, MailboxWatch>> {
  const rows = await tx.selectFrom('mailbox_watch').select(COLUMNS).where('account_id', '=', scope.accountId).execute()
  return new Map(rows.map((row) => [row.mailbox_id, watchOf(row)]))
}

/** Writes how the watcher of a mailbox fares, over what it said before. */
export async function saveWatch(tx: Tx, scope: AccountScope, mailboxId: MailboxId, watch: MailboxWatch): Promise<void> {
  const values = {
    state: watch.state,
    problem: watch.problem ?? null,
    since: watch.since,
    seen_at: watch.seenAt,
    retry_at: watch.retryAt ?? null,
    behind: watch.behind,
  }
  await tx
    .insertInto('mailbox_watch')
    .values({ account_id: scope.accountId, mailbox_id: mailboxId, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'mailbox_id']).doUpdateSet(values))
    .execute()
}

/** Forgets how the watcher of a mailbox fared. */
export async function deleteWatch(tx: Tx, scope: AccountScope, mailboxId: MailboxId): Promise<void> {
  await tx
    .deleteFrom('mailbox_watch')
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .execute()
}

function watchOf(row: Pick<Tables['mailbox_watch'], (typeof COLUMNS)[number]>): MailboxWatch {
  return {
    state: row.state,
    problem: row.problem ?? undefined,
    since: row.since,
    seenAt: row.seen_at,
    retryAt: row.retry_at ?? undefined,
    behind: row.behind,
  }
}
