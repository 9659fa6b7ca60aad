import type { FigureWindow } from '../api/response-figure.ts'

/** One part of the messages of a window, in words and as a share of all of them. */
export interface FigurePart {
  readonly kind: 'in-time' | 'late' | 'unanswered' | 'pending'
  readonly name: string
  readonly count: number
  /** 0 to 1. */
  readonly share: number
}

/** What became of the messages of a window. Their counts are all of its messages. */
export function figureParts(window: FigureWindow): readonly FigurePart[] {
  const { messages, inTime, answeredLate, unanswered, pending } = window
  const share = (count: number) => (messages === 0 ? 0 : count / messages)
  return [
    { kind: 'in-time', name: 'Answered in time', count: inTime, share: share(inTime) },
    { kind: 'late', name: 'Answered late', count: answeredLate, share: share(answeredLate) },
    { kind: 'unanswered', name: 'Not answered', count: unanswered, share: share(unanswered) },
    { kind: 'pending', name: 'Time left', count: pending, share: share(pending) },
  ]
}

/** The share that Amazon would call in time, such as "96.4 %"; undefined while nothing is decided. */
export function inTimeWords({ lateShare }: Pick<FigureWindow, 'lateShare'>, locale?: string): string | undefined {
  if (lateShare === null) return undefined
  // Rounded down: a figure with a late answer in it never reads as a hundred.
  const inTime = Math.floor((1 - lateShare) * 1_000) / 1_000
  return new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(inTime)
}
