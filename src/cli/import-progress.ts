import { MINUTE_MS, SECOND_MS } from '../base/clock.ts'
import { counted, grouped } from './words.ts'

/** How far a reading is. */
export interface ImportProgress {
  readonly readBytes: number
  readonly totalBytes: number
  readonly mails: number
  readonly elapsedMs: number
}

/** The progress for a person, such as `42 % · 12,345 mails · 310 a second · 2 min left`. */
export function progressLine({ readBytes, totalBytes, mails, elapsedMs }: ImportProgress): string {
  const share = totalBytes === 0 ? 1 : Math.min(1, readBytes / totalBytes)
  const parts = [`${Math.floor(share * 100)} %`, counted(mails, 'mail')]
  if (elapsedMs >= SECOND_MS) parts.push(`${grouped(Math.round((mails * SECOND_MS) / elapsedMs))} a second`)
  if (elapsedMs >= SECOND_MS && share > 0 && share < 1) parts.push(`${span((elapsedMs / share) * (1 - share))} left`)
  return parts.join(' · ')
}

/** A span of time in whole minutes, below one in seconds; rounded up, so that it never says none is left. */
function span(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(1, Math.ceil(ms / SECOND_MS))} s`
  return `${Math.ceil(ms / MINUTE_MS)} min`
}
