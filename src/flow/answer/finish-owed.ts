import type { Actor } from '../../model/actor.ts'
import { settleAcknowledgements } from '../../store/acknowledgement.ts'
import type { DeskParts } from '../parts.ts'
import { record } from '../record.ts'
import { type ChangeAnswerOutcome, changeAnswer, type SeenConversation } from './change-answer.ts'

/**
 * A person says that what a mere acknowledgement promised the buyer is done: the conversation waits on the buyer. Nobody
 * takes that back; the buyer's next message starts anew. `nothing-owed`: it is not on us.
 */
export async function finishOwed(
  parts: DeskParts,
  actor: Actor,
  seen: SeenConversation,
): Promise<ChangeAnswerOutcome<'nothing-owed'>> {
  const { conversationId } = seen
  return changeAnswer(parts, actor, seen, async (step, conversation) => {
    if (conversation.state !== 'on-us') return 'nothing-owed'
    await settleAcknowledgements(step.tx, step.scope, conversationId)
    await record(step, {
      event: 'deadline.settled',
      object: `conversation:${conversationId}`,
      conversationId,
      codes: ['kind:acknowledgement', 'by:person'],
    })
    return undefined
  })
}
