/** Where the time comes from. Passed to everything that needs an instant, so that a test can own it. */
export interface Clock {
  now(): Date
}

/** The machine's wall clock; the only reader of it in the product. */
export const systemClock: Clock = { now: () => new Date() }

/** An instant later by so many milliseconds. Instants are arithmetic: no calendar, no zone. */
export function after(instant: Date, ms: number): Date {
  return new Date(instant.getTime() + ms)
}

export const SECOND_MS = 1_000
export const MINUTE_MS = 60_000
export const HOUR_MS = 3_600_000
export const DAY_MS = 86_400_000
