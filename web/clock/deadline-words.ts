import { HOUR_MS } from '../../src/base/clock.ts'
import { spanWords } from './span-words.ts'

/** When the colour of the ring changes: the desk's own choice, not a number of Amazon's. */
const SOON_MS = 6 * HOUR_MS
const URGENT_MS = 2 * HOUR_MS
/** What a ring can show of a deadline whose beginning a row does not know. */
const WHOLE_RING_MS = 48 * HOUR_MS

export type DeadlineTone = 'good' | 'soon' | 'urgent' | 'late'

/** The instants of a running clock, as the API gives them. */
export interface DeadlineInstants {
  readonly unansweredSince: string | null
  readonly dueAt: string | null
  readonly claimAt: string | null
}

/** A clock in words and shares, ready to be drawn. */
export interface DeadlineWords {
  readonly tone: DeadlineTone
  /** For a row: "1 h 24 min", "2 h late". */
  readonly short: string
  /** For a heading, after the short words: "left of 24 h · claim possible at 48 h". */
  readonly rest: string
  /** Share of the answer time that is left, 0 to 1. */
  readonly left: number
  /** Where now and the answer limit stand on the way to a possible claim, 0 to 1. */
  readonly passed: number
  readonly limitAt: number
}

/** A clock in two words: how urgent it is, and "1 h 24 min left" or "2 h late". */
export function timeLeftWords(dueAt: string, now: Date): { readonly tone: DeadlineTone; readonly words: string } {
  const leftMs = Date.parse(dueAt) - now.getTime()
  return { tone: toneOf(leftMs), words: leftMs > 0 ? `${spanWords(leftMs)} left` : `${spanWords(-leftMs)} late` }
}

/** Words of the clock at an instant; undefined while it rests. */
export function deadlineWords(instants: DeadlineInstants, now: Date): DeadlineWords | undefined {
  if (instants.dueAt === null) return undefined
  if (instants.unansweredSince === null) return wordsWithoutAnswer(instants.dueAt, now)
  const sinceMs = Date.parse(instants.unansweredSince)
  const dueMs = Date.parse(instants.dueAt)
  const claimMs = instants.claimAt === null ? dueMs : Date.parse(instants.claimAt)
  const leftMs = dueMs - now.getTime()
  const limitMs = dueMs - sinceMs
  const wholeMs = Math.max(claimMs - sinceMs, 1)
  return {
    tone: toneOf(leftMs),
    short: leftMs > 0 ? spanWords(leftMs) : `${spanWords(-leftMs)} late`,
    rest: [limitPart(leftMs, limitMs), claimPart(instants.claimAt, { sinceMs, leftMs, now })]
      .filter(Boolean)
      .join(' · '),
    left: share(leftMs, Math.max(limitMs, 1)),
    passed: share(now.getTime() - sinceMs, wholeMs),
    limitAt: share(limitMs, wholeMs),
  }
}

/** Nobody waits for an answer, and yet something is due: a claim or a return. Its ring is full two days before. */
function wordsWithoutAnswer(dueAt: string, now: Date): DeadlineWords {
  const leftMs = Date.parse(dueAt) - now.getTime()
  const left = share(leftMs, WHOLE_RING_MS)
  return {
    tone: toneOf(leftMs),
    short: leftMs > 0 ? spanWords(leftMs) : `${spanWords(-leftMs)} late`,
    rest: leftMs > 0 ? 'left' : '',
    left,
    passed: 1 - left,
    limitAt: 1,
  }
}

function toneOf(leftMs: number): DeadlineTone {
  if (leftMs <= 0) return 'late'
  if (leftMs <= URGENT_MS) return 'urgent'
  return leftMs <= SOON_MS ? 'soon' : 'good'
}

function limitPart(leftMs: number, limitMs: number): string {
  return leftMs > 0 ? `left of ${spanWords(limitMs)}` : ''
}

/** In time, the claim is named by its hour; once late, by how far away it is. */
function claimPart(claimAt: string | null, at: { sinceMs: number; leftMs: number; now: Date }): string {
  if (claimAt === null) return ''
  const claimMs = Date.parse(claimAt)
  if (at.leftMs > 0) return `claim possible at ${spanWords(claimMs - at.sinceMs)}`
  const toClaimMs = claimMs - at.now.getTime()
  return toClaimMs > 0 ? `claim possible in ${spanWords(toClaimMs)}` : 'claim possible now'
}

function share(part: number, whole: number): number {
  return Math.min(1, Math.max(0, part / whole))
}
