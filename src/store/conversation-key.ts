import type { ConversationId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** Both keys of a conversation, wrapped; one that is missing was destroyed. */
export interface ConversationKeyRow {
  readonly conversationId: ConversationId
  readonly person: Uint8Array | undefined
  readonly text: Uint8Array | undefined
}

/** Both keys of a new conversation, wrapped. */
export interface NewConversationKeys {
  readonly conversationId: ConversationId
  readonly person: Uint8Array
  readonly text: Uint8Array
}

/** Writes the keys of new conversations. */
export async function insertConversationKeys(
  tx: Tx,
  scope: AccountScope,
  keys: readonly NewConversationKeys[],
): Promise<void> {
  if (keys.length === 0) return
  await tx
    .insertInto('conversation_key')
    .values(
      keys.flatMap(({ conversationId, person, text }) => {
        const row = { account_id: scope.accountId, conversation_id: conversationId }
        return [
          { ...row, kind: 'person' as const, wrapped_key: person },
          { ...row, kind: 'text' as const, wrapped_key: text },
        ]
      }),
    )
    .execute()
}

/** The keys of some conversations, by id. One without keys is not in the map. */
export async function findConversationKeys(
  tx: Tx,
  scope: AccountScope,
  conversationIds: readonly ConversationId[],
): Promise<ReadonlyMap<ConversationId, ConversationKeyRow>> {
  const found = new Map<ConversationId, ConversationKeyRow>()
  if (conversationIds.length === 0) return found
  const rows = await tx
    .selectFrom('conversation_key')
    .select(['conversation_id', 'kind', 'wrapped_key'])
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', 'in', conversationIds)
    .execute()
  for (const row of rows) {
    const known = found.get(row.conversation_id) ?? {
      conversationId: row.conversation_id,
      person: undefined,
      text: undefined,
    }
    found.set(row.conversation_id, { ...known, [row.kind]: row.wrapped_key })
  }
  return found
}
