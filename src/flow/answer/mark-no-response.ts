import { after } from '../../base/clock.ts'
import type { Actor } from '../../model/actor.ts'
import type { NoResponse, NoResponseReason } from '../../model/no-response.ts'
import { conversationClock } from '../../policy/deadline/conversation-clock.ts'
import { deleteNoResponses, insertNoResponses, listNoResponses } from '../../store/no-response.ts'
import type { DeskParts } from '../parts.ts'
import { happenedIn } from '../reckon-clock.ts'
import { recordAll } from '../record.ts'
import { type ChangeAnswerOutcome, changeAnswer, type SeenConversation } from './change-answer.ts'

/**
 * A person says that none of the buyer messages which wait now needs an answer. Their clock rests; the buyer's next
 * message starts a new one. `nothing-waits`: no message waits for an answer.
 */
export async function markNoResponse(
  parts: DeskParts,
  actor: Actor,
  wish: SeenConversation & { readonly reason: NoResponseReason },
): Promise<ChangeAnswerOutcome<'nothing-waits'>> {
  const { conversationId, reason } = wish
  return changeAnswer(parts, actor, wish, async (step) => {
    const happened = await happenedIn(step, [conversationId])
    const { waiting } = conversationClock(happened(conversationId), parts.pack.limits).answer
    if (waiting.length === 0) return 'nothing-waits'
    const markedAt = markingTime(await listNoResponses(step.tx, step.scope, [conversationId]), step.now)
    const marked = waiting.map((messageId) => ({ messageId, conversationId, reason, markedAt }))
    await insertNoResponses(step.tx, step.scope, marked)
    await recordAll(
      step,
      waiting.map((id) => ({ event: 'answer.not-needed', object: `message:${id}`, conversationId, codes: [reason] })),
    )
    return undefined
  })
}

/**
 * A person says that the messages which were marked last need an answer after all. Their clock runs again from when the
 * buyer wrote. `nothing-marked`: no message is marked.
 */
export async function unmarkNoResponse(
  parts: DeskParts,
  actor: Actor,
  seen: SeenConversation,
): Promise<ChangeAnswerOutcome<'nothing-marked'>> {
  const { conversationId } = seen
  return changeAnswer(parts, actor, seen, async (step) => {
    const unmarked = await deleteNoResponses(step.tx, step.scope, conversationId)
    if (unmarked.length === 0) return 'nothing-marked'
    await recordAll(
      step,
      unmarked.map((id) => ({ event: 'answer.needed', object: `message:${id}`, conversationId })),
    )
    return undefined
  })
}

/** Now, or just after the newest marking by a clock that was set back since: what is marked last is taken back first. */
function markingTime(before: readonly NoResponse[], now: Date): Date {
  const laterThan = before.map(({ markedAt }) => after(markedAt, 1).getTime())
  return new Date(Math.max(now.getTime(), ...laterThan))
}
