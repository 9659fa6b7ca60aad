import { sql } from 'kysely'

import type { ConversationId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { ThreadNameKind } from '../model/thread-name.ts'
import type { Tx } from './database.ts'
import { RECEIVE_LOCK_SEED } from './locks.ts'

/** A keyed hash by which a conversation is found again. */
export interface ThreadName {
  readonly kind: ThreadNameKind
  readonly hash: string
}

/**
 * Makes the mails of one account be taken in one transaction after another, so that two never open one thread twice and
 * never wait for each other in a ring.
 */
export async function lockReceiving(tx: Tx, scope: AccountScope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${String(scope.accountId)}, ${RECEIVE_LOCK_SEED}))`.execute(
    tx,
  )
}

/** The conversations that these hashes name, by hash; an unknown hash is not in the map. */
export async function findThreads(
  tx: Tx,
  scope: AccountScope,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, ConversationId>> {
  if (hashes.length === 0) return new Map()
  const rows = await tx
    .selectFrom('conversation_thread')
    .select(['thread_hash', 'conversation_id'])
    .where('account_id', '=', scope.accountId)
    .where('thread_hash', 'in', hashes)
    .execute()
  return new Map(rows.map((row) => [row.thread_hash, row.conversation_id]))
}

/** The hashes of the cases that some conversations are known to be, by conversation. */
export async function findCases(
  tx: Tx,
  scope: AccountScope,
  conversationIds: readonly ConversationId[],
): Promise<ReadonlyMap<ConversationId, readonly string[]>> {
  const found = new Map<ConversationId, string[]>()
  if (conversationIds.length === 0) return found
  const rows = await tx
    .selectFrom('conversation_thread')
    .select(['thread_hash', 'conversation_id'])
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', 'in', conversationIds)
    .where('kind', '=', 'case')
    .execute()
  for (const row of rows) found.set(row.conversation_id, [...(found.get(row.conversation_id) ?? []), row.thread_hash])
  return found
}

/**
 * Names conversations by more hashes. One that names another already keeps its meaning, but an alias names the newest
 * conversation of its buyer. A hash may stand in the list once.
 */
export async function insertThreads(
  tx: Tx,
  scope: AccountScope,
  names: readonly (ThreadName & { readonly conversationId: ConversationId })[],
): Promise<void> {
  if (names.length === 0) return
  await tx
    .insertInto('conversation_thread')
    .values(
      names.map(({ kind, hash, conversationId }) => ({
        account_id: scope.accountId,
        thread_hash: hash,
        conversation_id: conversationId,
        kind,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['account_id', 'thread_hash'])
        .doUpdateSet((row) => ({ conversation_id: row.ref('excluded.conversation_id') }))
        .where('conversation_thread.kind', '=', 'alias'),
    )
    .execute()
}
