import type { Actor } from '../model/actor.ts'
import type { Deadline } from '../model/deadline.ts'
import type { AccountId, DeadlineId } from '../model/ids.ts'
import { findDeadline, settleDeadline as settle } from '../store/deadline.ts'
import { lockConversation } from '../store/conversation.ts'
import { type Denied, inAccount, MISSING } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { recordSettled } from './receive/run-deadlines.ts'
import { reckonClock } from './reckon-clock.ts'

export type SettleDeadlineOutcome =
  | { readonly ok: true; readonly deadline: Deadline }
  | { readonly ok: false; readonly reason: 'settled' }
  | Denied

/** A person says that what had to be done in time is done. The clock of the conversation is reckoned anew. */
export async function settleDeadline(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly deadlineId: DeadlineId },
): Promise<SettleDeadlineOutcome> {
  const right = { accountId: wish.accountId, permission: 'deadline:settle' } as const
  return inAccount(parts, actor, right, async (step): Promise<SettleDeadlineOutcome> => {
    const { tx, scope, now } = step
    const known = await findDeadline(tx, scope, wish.deadlineId)
    if (!known) return MISSING
    await lockConversation(tx, scope, known.conversationId)
    const deadline = await settle(tx, scope, { id: wish.deadlineId, at: now, by: 'person' })
    if (!deadline) return { ok: false, reason: 'settled' }
    await recordSettled(step, [deadline])
    await reckonClock(step, deadline.conversationId)
    return { ok: true, deadline }
  })
}
