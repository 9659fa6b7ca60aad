import { DAY_MS } from '../../base/clock.ts'
import type { ArrivalOutcome } from '../../model/arrival.ts'
import { NO_MAILS, type ReconciledDay } from '../../model/reconciliation.ts'

/** First instant past the last that a day can be written of: the year 10,000. */
const YEARS_END_MS = 253_402_300_800_000

type DayCounts = { -readonly [Count in keyof typeof NO_MAILS]: number }

/** Counts mails by the UTC day on which the server took them. A few numbers a day, however many mails there are. */
export interface Tally {
  /** A mail that the server and the ledger have. */
  kept(at: Date, outcome: ArrivalOutcome): void
  /** A mail that the server has and the ledger has not. */
  missing(at: Date): void
  /** A mail that the ledger has and the server has not. */
  gone(at: Date, outcome: ArrivalOutcome): void
  /** So many mails that came to one outcome where no server counts with us. */
  handedIn(at: Date, outcome: ArrivalOutcome, mails: number): void
  /** The days on which something arrived, oldest first. */
  days(): readonly ReconciledDay[]
}

/** A new tally. A mail whose date no calendar has is counted on the day of `now`. */
export function newTally(now: Date): Tally {
  const byDay = new Map<number, DayCounts>()

  function dayOf(at: Date): DayCounts {
    const ms = at.getTime() >= 0 && at.getTime() < YEARS_END_MS ? at.getTime() : now.getTime()
    const number = Math.floor(ms / DAY_MS)
    const known = byDay.get(number)
    if (known) return known
    const counts = { ...NO_MAILS }
    byDay.set(number, counts)
    return counts
  }

  return {
    kept(at, outcome) {
      const day = dayOf(at)
      day.onServer += 1
      day[outcome] += 1
    },
    missing(at) {
      const day = dayOf(at)
      day.onServer += 1
      day.missing += 1
    },
    gone(at, outcome) {
      const day = dayOf(at)
      day.gone += 1
      day[outcome] += 1
    },
    handedIn(at, outcome, mails) {
      const day = dayOf(at)
      day.onServer += mails
      day[outcome] += mails
    },
    days: () =>
      [...byDay]
        .sort(([a], [b]) => a - b)
        .map(([number, counts]) => ({ day: new Date(number * DAY_MS).toISOString().slice(0, 10), ...counts })),
  }
}
