import { sql } from 'kysely'

import type { ConversationId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** Makes mails of one thread wait for each other until the transaction ends, so that two never open it twice. */
export async function lockThread(tx: Tx, scope: AccountScope, hash: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${hash}, ${scope.accountId}))`.execute(tx)
}

/** The conversation that the first known hash names, in the order given, or nothing. */
export async function findConversationByThread(
  tx: Tx,
  scope: AccountScope,
  hashes: readonly string[],
): Promise<ConversationId | undefined> {
  if (hashes.length === 0) return undefined
  const rows = await tx
    .selectFrom('conversation_thread')
    .select(['thread_hash', 'conversation_id'])
    .where('account_id', '=', scope.accountId)
    .where('thread_hash', 'in', hashes)
    .execute()
  const byHash = new Map(rows.map((row) => [row.thread_hash, row.conversation_id]))
  return hashes.map((hash) => byHash.get(hash)).find((id) => id !== undefined)
}

/** Names a conversation by more hashes. One that names another already keeps its meaning. */
export async function insertThreads(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
  hashes: readonly string[],
): Promise<void> {
  if (hashes.length === 0) return
  await tx
    .insertInto('conversation_thread')
    .values(hashes.map((hash) => ({ account_id: scope.accountId, thread_hash: hash, conversation_id: conversationId })))
    .onConflict((conflict) => conflict.columns(['account_id', 'thread_hash']).doNothing())
    .execute()
}
