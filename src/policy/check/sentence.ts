import type { Span } from '../../model/finding.ts'
import type { Detection } from '../detect/detection.ts'

/** Signs that end a sentence in scripts without spaces, whatever follows. */
const ENDS_ALWAYS = '。！？'
const ENDS = `.!?…${ENDS_ALWAYS}`
const CLOSERS = '"\'”’»)]」』'
const ABBREVIATION =
  /(?:^|[\s(])(?:mr|mrs|ms|dr|prof|st|no|nr|art|bzw|ca|etc|evtl|ggf|usw|vgl|z|b|d|h|u|a|e\.g|i\.e|approx|sr|sra|srta|m|mme|mlle|dott|sig|dhr|mevr|ok|ul|kl|p|n|núm|tel)$/iu

/**
 * The sentences of a text without the blanks around them, in order; line ends always end one. Addresses, links and
 * numbers do not, nor do the ranges given in `whole`.
 */
export function sentences(text: string, whole: readonly Detection[] = []): readonly Span[] {
  const spans: Span[] = []
  let start = 0
  let next = 0
  for (let at = 0; at < text.length; at += 1) {
    while (next < whole.length && (whole[next]?.end ?? 0) <= at) next += 1
    const inside = whole[next]
    if (inside !== undefined && inside.start <= at && at < inside.end - 1) continue
    const end = text.charAt(at) === '\n' ? at : endOfSentence(text, at)
    if (end === undefined) continue
    pushTrimmed(spans, text, { start, end })
    start = Math.max(end, at + 1)
    at = start - 1
  }
  pushTrimmed(spans, text, { start, end: text.length })
  return spans
}

/** Where the sentence ends if the sign at `at` ends one: behind further signs and closing quotes. */
function endOfSentence(text: string, at: number): number | undefined {
  const sign = text.charAt(at)
  if (!ENDS.includes(sign)) return undefined
  let end = at + 1
  while (end < text.length && ENDS.includes(text.charAt(end))) end += 1
  const last = text.charAt(end - 1)
  while (end < text.length && CLOSERS.includes(text.charAt(end))) end += 1
  if (ENDS_ALWAYS.includes(last)) return end
  if (end < text.length && !/\s/u.test(text.charAt(end))) return undefined
  if (sign !== '.' || end - at > 1) return end
  if (/\s/u.test(text.charAt(at - 1)) || ABBREVIATION.test(text.slice(Math.max(0, at - 12), at))) return undefined
  return /^\s{0,3}\p{Ll}/u.test(text.slice(end, end + 4)) && !text.slice(end, end + 4).includes('\n') ? undefined : end
}

function pushTrimmed(spans: Span[], text: string, span: Span): void {
  let { start, end } = span
  while (start < end && /\s/u.test(text.charAt(start))) start += 1
  while (end > start && /\s/u.test(text.charAt(end - 1))) end -= 1
  if (start < end) spans.push({ start, end })
}
