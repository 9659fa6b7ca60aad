import type { AlertKind } from '../../model/alert.ts'
import type { ClockKind } from '../../model/deadline.ts'
import type { ConversationId } from '../../model/ids.ts'
import type { ConversationClock } from '../../policy/deadline/conversation-clock.ts'
import { dueThresholds, nextThreshold, type StoppableClock } from '../../policy/deadline/deadline-state.ts'
import type { AlertWish } from './raise-alerts.ts'

/** A clock that runs, and what it is about. */
export interface AlertedClock extends StoppableClock {
  readonly kind: Exclude<ClockKind, 'undo'>
  readonly objectId: number
  readonly dueAt: Date
}

const OF_ANY_DEADLINE = { near: 'deadline-near', late: 'deadline-late' } as const

/** Which alert each clock gives cause for, when it is near and when it is late. */
export const ALERTS_OF_CLOCKS = {
  answer: { near: 'answer-near', late: 'answer-late' },
  'claim-risk': { near: 'claim-near', late: 'claim-possible' },
  return: OF_ANY_DEADLINE,
  'claim-request': OF_ANY_DEADLINE,
  appeal: OF_ANY_DEADLINE,
  cancellation: OF_ANY_DEADLINE,
} as const satisfies Record<AlertedClock['kind'], Record<'near' | 'late', AlertKind>>

/** The clocks of a conversation of which somebody has to be told in time. */
export function clocksOf(id: ConversationId, clock: ConversationClock): readonly AlertedClock[] {
  const { unansweredSince: startsAt, dueAt, claimAt } = clock.answer
  const ofAnswer = { startsAt, objectId: id, settledAt: undefined }
  return [
    ...(dueAt ? [{ ...ofAnswer, kind: 'answer' as const, dueAt }] : []),
    ...(claimAt ? [{ ...ofAnswer, kind: 'claim-risk' as const, dueAt: claimAt }] : []),
    ...clock.running.map((deadline) => ({
      kind: deadline.kind,
      objectId: deadline.id,
      startsAt: deadline.startsAt,
      dueAt: deadline.dueAt,
      settledAt: undefined,
    })),
  ]
}

/** What has to be told now. */
export function alertsDue(
  conversation: { readonly id: ConversationId; readonly clocks: readonly AlertedClock[] },
  now: Date,
): readonly AlertWish[] {
  return dueThresholds(conversation.clocks, now).map(({ clock, state }) => ({
    conversationId: conversation.id,
    kind: ALERTS_OF_CLOCKS[clock.kind][state],
    objectId: clock.objectId,
    dueAt: clock.dueAt,
  }))
}

/** When something of these clocks has to be told of: now, if one is near or late already, else when the next one is. */
export function alertAt(clocks: readonly AlertedClock[], now: Date): Date | undefined {
  return dueThresholds(clocks, now).length > 0 ? now : nextThreshold(clocks, now)
}
