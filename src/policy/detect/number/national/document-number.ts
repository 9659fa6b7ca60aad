import type { Span } from '../../../../model/finding.ts'
import { DOCUMENT_LABEL } from '../cues.ts'
import { behindLabel, isApart } from '../label.ts'
import type { NumberText } from '../number-text.ts'
import { isAlphanumeric, isDigit } from '../trade/units.ts'

const SHORTEST = 6
const LONGEST = 18
const FEWEST_DIGITS = 4
const SPACE = 32
const HYPHEN = 45

/** Numbers of passports and licences, which have no check digit: what stands directly behind the word for one. */
export function findDocumentNumbers(read: NumberText): readonly Span[] {
  const { text, cues, shield } = read
  const found: Span[] = []
  let behind = 0
  for (const [hit, mask] of cues.masks.entries()) {
    if ((mask & DOCUMENT_LABEL) === 0 || (cues.ends[hit] ?? 0) < behind) continue
    const start = behindLabel(text, cues.ends[hit] ?? 0, (at) => shield[at] !== 1 && endOfNumber(text, at) > 0)
    if (start < 0 || !isApart(text, cues.ends[hit] ?? 0, start)) continue
    behind = endOfNumber(text, start)
    found.push({ start, end: behind })
  }
  return found
}

/** The end of letters and digits in short groups; 0 if there are too few digits. */
function endOfNumber(text: string, start: number): number {
  let count = 0
  let digits = 0
  let end = start
  for (let at = start; count <= LONGEST; at += 1) {
    const unit = text.charCodeAt(at)
    if (isAlphanumeric(unit)) {
      count += 1
      if (isDigit(unit)) digits += 1
      if (!isAlphanumeric(text.charCodeAt(at + 1)) && (isDigit(unit) || at + 1 - end <= 3)) end = at + 1
    } else if ((unit !== SPACE && unit !== HYPHEN) || !isGroup(text, at + 1)) break
  }
  return count >= SHORTEST && count <= LONGEST && digits >= FEWEST_DIGITS ? end : 0
}

/** Whether a group of the same number goes on: it holds a digit, or is one or two letters before a sign or the end. */
function isGroup(text: string, from: number): boolean {
  for (let at = from; at < from + LONGEST; at += 1) {
    const unit = text.charCodeAt(at)
    if (isDigit(unit)) return true
    if (!isAlphanumeric(unit)) return at - from === 1 || (at - from === 2 && isDigit(text.charCodeAt(at + 1)))
  }
  return false
}
