import { after, DAY_MS } from '../../base/clock.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'

/** One buyer message and its first answer that reached Amazon. */
export interface AskedMessage {
  readonly askedAt: Date
  readonly answeredAt: Date | undefined
  /** Said to need no response: Amazon leaves it out. */
  readonly isExcluded: boolean
}

/** What became of the buyer messages of the last days. inTime + answeredLate + unanswered + pending = messages. */
export interface FigureWindow {
  readonly days: number
  readonly messages: number
  readonly inTime: number
  readonly answeredLate: number
  /** Not answered, and the time is over. */
  readonly unanswered: number
  /** Not answered, and there is time left. */
  readonly pending: number
  /** Late and unanswered of all that are decided, from 0 to 1; undefined when none is. */
  readonly lateShare: number | undefined
}

type Outcome = 'inTime' | 'answeredLate' | 'unanswered' | 'pending'

/**
 * The response figure as Amazon counts it (rule CLK-003): each buyer message by itself, on the wall clock, weekends and
 * all, in the windows it was received in. What still has time is shown and not judged.
 */
export function responseFigure(
  messages: readonly AskedMessage[],
  { now, limits }: { readonly now: Date; readonly limits: PolicyPack['limits'] },
): readonly FigureWindow[] {
  const counted = messages
    .filter(({ isExcluded }) => !isExcluded)
    .map((message) => ({ askedAt: message.askedAt, outcome: outcomeOf(message, now, limits.answerMs.value) }))
  return windowDays(limits).map((days) => {
    const since = figureSince(now, days)
    return windowOf(
      days,
      counted.filter(({ askedAt }) => askedAt >= since).map(({ outcome }) => outcome),
    )
  })
}

/** The days of the windows, the shortest first. */
export function windowDays(limits: PolicyPack['limits']): readonly number[] {
  return [limits.figureShortDays.value, limits.figureMiddleDays.value, limits.figureLongDays.value]
}

/** When a window of so many days begins. Days of 24 hours, as in all clocks. */
export function figureSince(now: Date, days: number): Date {
  return after(now, -days * DAY_MS)
}

/** An answer at the very instant that the time is over is in time. */
function outcomeOf({ askedAt, answeredAt }: AskedMessage, now: Date, answerMs: number): Outcome {
  const isOver = (answeredAt ?? now).getTime() - askedAt.getTime() > answerMs
  if (answeredAt) return isOver ? 'answeredLate' : 'inTime'
  return isOver ? 'unanswered' : 'pending'
}

function windowOf(days: number, outcomes: readonly Outcome[]): FigureWindow {
  const counts = { inTime: 0, answeredLate: 0, unanswered: 0, pending: 0 }
  for (const outcome of outcomes) counts[outcome] += 1
  const late = counts.answeredLate + counts.unanswered
  const decided = late + counts.inTime
  return { days, messages: outcomes.length, ...counts, lateShare: decided === 0 ? undefined : late / decided }
}
