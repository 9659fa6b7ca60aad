import { after, HOUR_MS, MINUTE_MS } from '../../base/clock.ts'
import type { ReplyRow } from '../../store/outbox.ts'
import type { Step } from '../in-account.ts'
import { findSentServer } from './sent-server.ts'

/**
 * When a reply of which nobody can tell is looked for in the Sent folder, reckoned from when it became so. A server that
 * keeps what it sends does so within seconds; one that is busy or being mended is back within minutes; and after an hour
 * a person has to look anyhow, with most of the answer time still left.
 */
export const LOOK_AFTER_MS = [MINUTE_MS, 10 * MINUTE_MS, HOUR_MS] as const

/**
 * Has a reply that has become unknown looked for next, if its mailbox has a server to look at. False: there is none, or
 * the last look is done. Stands or falls with the transaction.
 */
export async function planLook(
  step: Step,
  reply: Pick<ReplyRow, 'id' | 'conversationId'>,
  unknownSince: Date,
): Promise<boolean> {
  const { parts, tx, scope, now } = step
  const next = LOOK_AFTER_MS.map((ms) => after(unknownSince, ms)).find((at) => at > now)
  if (next === undefined || !(await findSentServer(step, reply.conversationId))?.hasSource) return false
  await parts.jobs.enqueue(tx, 'look-for-reply', { accountId: scope.accountId, replyId: reply.id }, next)
  return true
}
