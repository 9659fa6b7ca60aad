import type { ConversationId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/**
 * Writes of the acknowledgements that left in a conversation that nothing is owed for them any more. Returns how many
 * there were; one that has not left yet still promises.
 */
export async function settleAcknowledgements(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<number> {
  const result = await tx
    .updateTable('outbox')
    .set({ is_acknowledgement: false })
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .where('is_acknowledgement', '=', true)
    .where('sent_at', 'is not', null)
    .executeTakeFirst()
  return Number(result.numUpdatedRows)
}
