import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'

const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' })
const date = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' })
const day = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' })

/** The instant in the reader's zone and language, with its date. */
export function exactTime(instant: string): string {
  return exact.format(new Date(instant))
}

/** The day of an instant in the reader's zone and language. */
export function dayWords(instant: string): string {
  return date.format(new Date(instant))
}

/** The day of an instant without its year, for what lies weeks away at most. */
export function shortDayWords(instant: string): string {
  return day.format(new Date(instant))
}

/** "just now", "23 min ago", "5 h ago", "2 d ago"; the date once a week has passed. */
export function timeAgo(instant: string, now: Date): string {
  const ageMs = now.getTime() - Date.parse(instant)
  if (ageMs < MINUTE_MS) return 'just now'
  if (ageMs < HOUR_MS) return `${Math.floor(ageMs / MINUTE_MS)} min ago`
  if (ageMs < DAY_MS) return `${Math.floor(ageMs / HOUR_MS)} h ago`
  if (ageMs < 7 * DAY_MS) return `${Math.floor(ageMs / DAY_MS)} d ago`
  return day.format(new Date(instant))
}
