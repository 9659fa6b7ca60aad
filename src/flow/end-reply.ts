import { announce } from '../store/change.ts'
import { moveReply, type ReplyRow } from '../store/outbox.ts'
import type { Step } from './in-account.ts'
import { reckonClock } from './reckon-clock.ts'
import { record } from './record.ts'
import { planLook } from './sent/plan-look.ts'

/** How a reply ends that will not leave by itself any more; `reason` is codes with spaces between. */
export interface ReplyEnd {
  readonly to: 'held' | 'failed' | 'unknown'
  readonly reason: string
}

/** Ends a reply, with its clock and its entry; one that is unknown is looked for from then on. Returns false when it had moved on meanwhile; nothing is done then. */
export async function endReply(step: Step, reply: ReplyRow, end: ReplyEnd): Promise<boolean> {
  const { id, state, conversationId } = reply
  const moved = await moveReply(step.tx, step.scope, { id, from: state, to: end.to, at: step.now, reason: end.reason })
  if (!moved) return false
  const codes = end.reason.split(' ')
  await record(step, { event: `reply.${end.to}`, object: `reply:${id}`, conversationId, codes })
  if (end.to === 'unknown') await planLook(step, reply, step.now)
  await reckonClock(step, conversationId)
  await announce(step.tx, step.scope, { type: 'reply', id, conversationId })
  return true
}
