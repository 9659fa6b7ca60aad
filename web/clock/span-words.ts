import { DAY_MS, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/base/clock.ts'

/** A span in the two largest units people plan with: "1 h 24 min", "3 d 2 h", "under a minute". Never negative. */
export function spanWords(spanMs: number): string {
  const ms = Math.max(0, spanMs)
  if (ms < MINUTE_MS) return 'under a minute'
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} min`
  if (ms <= 2 * DAY_MS) return pair(ms, { large: HOUR_MS, small: MINUTE_MS, largeWord: 'h', smallWord: 'min' })
  return pair(ms, { large: DAY_MS, small: HOUR_MS, largeWord: 'd', smallWord: 'h' })
}

/** Like `spanWords`, with whole seconds below a minute: "12 s". For what changes while a person watches. */
export function quickSpanWords(spanMs: number): string {
  return spanMs < MINUTE_MS ? `${Math.max(0, Math.round(spanMs / SECOND_MS))} s` : spanWords(spanMs)
}

/** Whole seconds left of a countdown, rounded up, so that it ends at 0 and not before. */
export function secondsLeft(until: Date, now: Date): number {
  return Math.max(0, Math.ceil((until.getTime() - now.getTime()) / SECOND_MS))
}

interface Units {
  readonly large: number
  readonly small: number
  readonly largeWord: string
  readonly smallWord: string
}

function pair(ms: number, units: Units): string {
  const large = Math.floor(ms / units.large)
  const small = Math.floor((ms % units.large) / units.small)
  return small === 0 ? `${large} ${units.largeWord}` : `${large} ${units.largeWord} ${small} ${units.smallWord}`
}
