import type { Span } from '../../../../model/finding.ts'
import { ANY_ID, DOCUMENT_LABEL, ID_LABEL, PHONE_CUE, TRADE_CUE } from '../cues.ts'
import type { NumberText } from '../number-text.ts'
import { MIXED, PLAIN, LIKE } from '../numeral/numerals.ts'
import { isAlphanumeric, isDigit, isLetter } from '../trade/units.ts'
import { LONGEST_LETTER_ID, nextKey, NO_SHAPE, proofOf, shapeKind, WHOLE_SHAPE } from './letter-ids.ts'
import type { Proof } from './letter-ids.ts'

/** Letters before the first digit of any such number, and tokens they may be written in. */
const MOST_LETTERS = 6
const MAX_GAP = 3
const GAPS = new Uint8Array(0x10000)
for (const sign of ' \t\n\r\u00a0.-_/·*') GAPS[sign.charCodeAt(0)] = 1
/** Groups of a British number as people write it. */
const NINO_SPACED = /^[a-z]{2} \d\d \d\d \d\d [a-z]$/u
const NO_UNIT = /[^a-z0-9]/gu
const ALL = ANY_ID | DOCUMENT_LABEL | TRADE_CUE | PHONE_CUE

/**
 * Official numbers of letters and digits: codice fiscale, CURP, DNI, NINO and the like, spaced or not. Looked for where
 * digits begin, not in the middle of them. Linear.
 */
export function findLetterIds(read: NumberText): readonly Span[] {
  const found: Span[] = []
  const { count, kinds, starts, ends } = read.numerals
  let behind = 0
  for (let at = 0; at < count; at += 1) {
    const kind = kinds[at]
    const start = starts[at] ?? 0
    if (start < behind || (kind !== PLAIN && kind !== MIXED && kind !== LIKE) || read.shield[start] === 1) continue
    if (at > 0 && start - (ends[at - 1] ?? 0) <= 1) continue
    const span = idAround(read, start)
    if (span === undefined) continue
    found.push(span)
    behind = span.end
  }
  return found
}

/** Tries the chunk itself and with the letters before it, the furthest last. */
function idAround(read: NumberText, chunk: number): Span | undefined {
  let start = chunk
  let letters = 0
  for (;;) {
    const end = endOfId(read, start)
    if (end > 0) return { start, end }
    let at = start - 1
    while (start - at <= MAX_GAP && GAPS[read.text.charCodeAt(at)] === 1) at -= 1
    const last = at
    while (isLetter(read.text.charCodeAt(at)) && last - at < MOST_LETTERS) at -= 1
    letters += last - at
    if (last === at || letters > MOST_LETTERS || isAlphanumeric(read.text.charCodeAt(at))) return undefined
    start = at + 1
  }
}

/** The end of the longest number that begins at a place and has its proof near; 0 if none. */
function endOfId(read: NumberText, start: number): number {
  const { text } = read
  let key = 1
  let length = 0
  let end = 0
  let gap = 0
  for (let at = start; gap <= MAX_GAP && length < LONGEST_LETTER_ID; at += 1) {
    const unit = text.charCodeAt(at)
    if (!isAlphanumeric(unit)) {
      if (GAPS[unit] !== 1) break
      gap += 1
      continue
    }
    gap = 0
    key = nextKey(key, !isDigit(unit))
    length += 1
    const kind = shapeKind(key)
    if (kind === NO_SHAPE) break
    if (kind !== WHOLE_SHAPE || isAlphanumeric(text.charCodeAt(at + 1))) continue
    const proof = proofOf(key, text.slice(start, at + 1).replaceAll(NO_UNIT, ''))
    if (proof !== undefined && isProven(read, { start, end: at + 1 }, proof)) end = at + 1
  }
  return end
}

function isProven({ cues, text }: NumberText, { start, end }: Span, proof: Proof): boolean {
  const nearest = cues.nearestBefore(start, ALL)
  const isTrade = (nearest & TRADE_CUE) !== 0 && (nearest & ANY_ID) === 0
  if (isTrade) return false
  if (proof === 'none' || NINO_SPACED.test(text.slice(start, end))) return true
  if (proof === 'document') return cues.before(start, DOCUMENT_LABEL | ID_LABEL)
  return cues.before(start, ANY_ID | DOCUMENT_LABEL) || (nearest === 0 && cues.behind(end, ANY_ID))
}
