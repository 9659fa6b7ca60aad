import type { ConversationId, MessageId } from '../model/ids.ts'
import type { NoResponse } from '../model/no-response.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

const COLUMNS = ['message_id', 'conversation_id', 'person_id', 'reason', 'marked_at'] as const

/** Writes that buyer messages need no answer, as the person of the scope says. Messages marked at one instant are one marking. */
export async function insertNoResponses(
  tx: Tx,
  scope: AccountScope,
  marked: readonly Omit<NoResponse, 'personId'>[],
): Promise<void> {
  if (marked.length === 0) return
  await tx
    .insertInto('no_response')
    .values(
      marked.map((each) => ({
        account_id: scope.accountId,
        message_id: each.messageId,
        conversation_id: each.conversationId,
        person_id: scope.personId,
        reason: each.reason,
        marked_at: each.markedAt,
      })),
    )
    .execute()
}

/** Takes back the newest marking of a conversation. Returns the messages it was about; none is an empty list. */
export async function deleteNoResponses(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<readonly MessageId[]> {
  const rows = await tx
    .deleteFrom('no_response')
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .where('marked_at', '=', (query) =>
      query
        .selectFrom('no_response as newest')
        .select((column) => column.fn.max('newest.marked_at').as('at'))
        .where('newest.account_id', '=', scope.accountId)
        .where('newest.conversation_id', '=', conversationId),
    )
    .returning('message_id')
    .execute()
  return rows.map((row) => row.message_id)
}

/** The messages of some conversations of which a person said that they need no answer, oldest first. */
export async function listNoResponses(
  tx: Tx,
  scope: AccountScope,
  conversationIds: readonly ConversationId[],
): Promise<readonly NoResponse[]> {
  if (conversationIds.length === 0) return []
  const rows = await tx
    .selectFrom('no_response')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', 'in', conversationIds)
    .orderBy('message_id')
    .execute()
  return rows.map(noResponseOf)
}

function noResponseOf(row: Pick<Tables['no_response'], (typeof COLUMNS)[number]>): NoResponse {
  return {
    messageId: row.message_id,
    conversationId: row.conversation_id,
    personId: row.person_id,
    reason: row.reason,
    markedAt: row.marked_at,
  }
}
