import { SENSITIVE_KINDS } from '../../model/redaction.ts'
import type { SensitiveKind } from '../../model/redaction.ts'
import { detect } from '../detect/detect.ts'
import { settleOverlaps } from '../detect/detection.ts'
import type { Detection } from '../detect/detection.ts'
import { namesIn } from './names.ts'

/** What is taken out of a text on its way in. */
export const INCOMING_KINDS: readonly SensitiveKind[] = SENSITIVE_KINDS.filter((kind) => kind !== 'URL')

export interface Wanted {
  /** What to take out (default: every kind but URL, since the page shows a buyer's links without making them work). */
  readonly kinds?: readonly SensitiveKind[]
  /** Names known from the order, to be masked wherever they stand as whole words. */
  readonly names?: readonly string[]
}

/** What has to be taken out of each part: what stands in it, and its share of what stands across parts. */
export function valuesByPart(
  texts: readonly string[],
  { kinds = INCOMING_KINDS, names = [] }: Wanted,
): readonly (readonly Detection[])[] {
  const own = texts.map((text) => [...detect(text, kinds), ...namesIn(text, names)])
  if (texts.length < 2) return own.map(settleOverlaps)
  const joined = detect(texts.join(''), kinds)
  let at = 0
  return texts.map((text, index) => {
    const start = at
    at += text.length
    return settleOverlaps([...(own[index] ?? []), ...shareOf(joined, { start, end: at })])
  })
}

function shareOf(joined: readonly Detection[], part: { readonly start: number; readonly end: number }): Detection[] {
  return joined
    .filter(({ start, end }) => start < part.end && end > part.start)
    .map(({ kind, start, end }) => ({
      kind,
      start: Math.max(start, part.start) - part.start,
      end: Math.min(end, part.end) - part.start,
    }))
}
