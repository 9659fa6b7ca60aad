import type { Span } from '../../model/finding.ts'
import type { SensitiveKind } from '../../model/redaction.ts'

/** A sensitive value in a text: what it is and where. The value itself is not repeated. */
export interface Detection extends Span {
  readonly kind: SensitiveKind
}

/** Of two detections that overlap the one further left here names the whole. */
const RANK: readonly SensitiveKind[] = [
  'IBAN',
  'CARD',
  'BANK',
  'SSN',
  'NATIONAL_ID',
  'CREDENTIAL',
  'EMAIL',
  'PHONE',
  'URL',
]

/**
 * Sorts detections and joins those that overlap into one span, so that taking one out never leaves a readable rest of
 * the other. The joined span has the kind of the higher rank.
 */
export function settleOverlaps(found: readonly Detection[]): readonly Detection[] {
  const settled: Detection[] = []
  for (const next of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const last = settled.at(-1)
    if (last === undefined || next.start >= last.end) settled.push(next)
    else
      settled.splice(-1, 1, {
        kind: higher(last.kind, next.kind),
        start: last.start,
        end: Math.max(last.end, next.end),
      })
  }
  return settled
}

function higher(a: SensitiveKind, b: SensitiveKind): SensitiveKind {
  return rank(a) <= rank(b) ? a : b
}

function rank(kind: SensitiveKind): number {
  const at = RANK.indexOf(kind)
  return at < 0 ? RANK.length : at
}
