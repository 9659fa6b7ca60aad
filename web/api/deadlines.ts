import { call } from './client.ts'
import type { ConversationPlace } from './conversations.ts'

/** Says that what had to be done in time is done. Cannot be taken back. */
export async function settleDeadline({ accountId }: ConversationPlace, deadlineId: string): Promise<void> {
  await call({ method: 'POST', path: `/accounts/${accountId}/deadlines/${deadlineId}/settle` })
}
