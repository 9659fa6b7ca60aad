import { after, DAY_MS, HOUR_MS } from '../../base/clock.ts'
import type { ClockKind } from '../../model/deadline.ts'

/** One clock as it stands. It rests while it has no start or no end. */
export interface StoppableClock {
  readonly kind: ClockKind
  readonly startsAt: Date | undefined
  readonly dueAt: Date | undefined
  readonly settledAt: Date | undefined
}

/**
 * resting: nothing runs. running: there is time. near: little time is left. late: the instant came before it was settled.
 * kept: settled in time, at the very instant too.
 */
export type DeadlineState = 'resting' | 'running' | 'near' | 'late' | 'kept'

/** A clock that somebody has to be told of. */
export interface DueClock<Clock extends StoppableClock> {
  readonly clock: Clock
  readonly state: 'near' | 'late'
}

/** How long before its end a clock is near. Numbers of our own; Amazon names none of them. */
export const NEAR_MS: Readonly<Record<ClockKind, number>> = {
  // The people who answer work in shifts of eight hours: half of one is left.
  answer: 4 * HOUR_MS,
  return: 4 * HOUR_MS,
  // The answer has been late for half a day by then, so this warning is the last one, and goes out before a night.
  'claim-risk': 12 * HOUR_MS,
  // Tracking and proof of delivery have to be asked of a carrier, who has opening hours.
  'claim-request': 12 * HOUR_MS,
  // Comes in time before a whole weekend.
  appeal: 3 * DAY_MS,
  // The parcel can be stopped only while it is still in the house.
  cancellation: 4 * HOUR_MS,
  // Seconds that the writer counts down himself.
  undo: 0,
}

/**
 * How a clock stands now. Instants only, and no memory: whatever a machine's clock did in between, the state is that of
 * the instant it shows.
 */
export function deadlineState(clock: StoppableClock, now: Date): DeadlineState {
  const span = spanOf(clock)
  if (!span) return 'resting'
  const { settledAt } = clock
  if (settledAt) return settledAt <= span.dueAt ? 'kept' : 'late'
  if (now >= span.dueAt) return 'late'
  return now >= span.nearAt ? 'near' : 'running'
}

/** The clocks that are near or late now and not settled, in the order given. */
export function dueThresholds<Clock extends StoppableClock>(
  clocks: readonly Clock[],
  now: Date,
): readonly DueClock<Clock>[] {
  return clocks.filter(isOpen).flatMap((clock) => {
    const state = deadlineState(clock, now)
    return state === 'near' || state === 'late' ? [{ clock, state }] : []
  })
}

/** The earliest instant after now at which a clock that is not settled becomes near or late, if there is one. */
export function nextThreshold(clocks: readonly StoppableClock[], now: Date): Date | undefined {
  const instants = clocks.filter(isOpen).flatMap((clock) => {
    const span = spanOf(clock)
    return span ? [span.nearAt, span.dueAt] : []
  })
  return instants
    .filter((instant) => instant > now)
    .reduce<Date | undefined>((first, instant) => (first && first <= instant ? first : instant), undefined)
}

function isOpen({ settledAt }: StoppableClock): boolean {
  return settledAt === undefined
}

/** Nothing is near from the beginning: in a short span, the second half is. */
function spanOf({
  kind,
  startsAt,
  dueAt,
}: StoppableClock): { readonly nearAt: Date; readonly dueAt: Date } | undefined {
  if (!startsAt || !dueAt) return undefined
  const halfMs = Math.max(0, Math.floor((dueAt.getTime() - startsAt.getTime()) / 2))
  return { nearAt: after(dueAt, -Math.min(NEAR_MS[kind], halfMs)), dueAt }
}
