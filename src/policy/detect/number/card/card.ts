import { CARD_CUE, TRADE_CUE } from '../cues.ts'
import { passesLuhn } from '../check-digits.ts'
import type { NumberText } from '../number-text.ts'
import type { DigitRun } from '../numeral/digit-run.ts'
import { isCardNumber, issuedLengths } from './issuers.ts'

/** Numerals of a run that are a card number: the first, and the one behind the last. */
interface NumeralRange {
  readonly from: number
  readonly to: number
}

/** The usual lengths first: the longest first would eat a security code behind the number. */
const LENGTHS: readonly number[] = [16, 15, 19, 18, 17, 14, 13]
const SHORTEST = 13
const LONGEST = 19

/** Lengths that parcels and articles have too: they need a word about cards near them. */
const NEEDS_WORD: ReadonlySet<number> = new Set([13, 14, 17, 18, 19])

/** A number in pieces (`first 4111, then 1111 ...`): how far the pieces stand apart, how many there are at most. */
const PIECE_GAP = 24
const MOST_PIECES = 8

/** Card numbers in a run by issuer, length and check digit, between borders of numerals. */
export function findCards(read: NumberText, run: DigitRun): readonly NumeralRange[] {
  if (run.digits.length < SHORTEST) return []
  const found: NumeralRange[] = []
  const { digits } = read.numerals
  let count = 0
  let behind = run.from
  for (let from = run.from; from < run.to && count + SHORTEST <= run.digits.length; from += 1) {
    const to = from < behind ? 0 : cardAt(read, run, { from, count })
    if (to > 0) found.push({ from, to })
    if (to > 0) behind = to
    count += digits[from]?.length ?? 0
  }
  return found
}

/** The numeral behind a card that begins with one, 0 if none does. `count` is the number of digits of the run before. */
function cardAt(
  read: NumberText,
  run: DigitRun,
  { from, count }: { readonly from: number; readonly count: number },
): number {
  const allowed = issuedLengths(Number(run.digits.slice(count, count + 4)))
  if (allowed.length === 0) return 0
  for (const length of LENGTHS) {
    if (!allowed.includes(length) || count + length > run.digits.length) continue
    const to = numeralBehind(read, { from, to: run.to }, length)
    if (to === 0 || !passesLuhn(run.digits, count, count + length)) continue
    if (isPlausible(read, { from, to }, length)) return to
  }
  return 0
}

/** The numeral behind so many digits, if one ends there. */
function numeralBehind({ numerals }: NumberText, { from, to }: NumeralRange, length: number): number {
  let count = 0
  for (let at = from; at < to && count < length; at += 1) {
    count += numerals.digits[at]?.length ?? 0
    if (count === length) return at + 1
  }
  return 0
}

/** One number in ten passes the check digit by chance, parcels too: what is written in one piece must not be one. */
function isPlausible({ numerals, cues }: NumberText, { from, to }: NumeralRange, length: number): boolean {
  const start = numerals.starts[from] ?? 0
  const end = numerals.ends[to - 1] ?? 0
  if (cues.before(start, CARD_CUE)) return true
  if (NEEDS_WORD.has(length)) return cues.behind(end, CARD_CUE)
  const isOnePiece = to - from === 1
  return !isOnePiece || !cues.before(start, TRADE_CUE)
}

/** Cards whose pieces stand in several runs, with words between: only behind a word about cards. Ends included. */
export function findCardInPieces(read: NumberText, runs: readonly DigitRun[], first: number): number {
  const begin = runs[first]
  if (begin === undefined || begin.digits.length > 12 || !read.cues.before(begin.start, CARD_CUE)) return -1
  let digits = begin.digits
  for (let at = first + 1; at < runs.length && at < first + MOST_PIECES; at += 1) {
    const run = runs[at]
    if (run === undefined || run.start - (runs[at - 1]?.end ?? 0) > PIECE_GAP) return -1
    digits += run.digits
    if (digits.length > LONGEST) return -1
    if (digits.length >= SHORTEST && isCardNumber(digits)) return at
  }
  return -1
}
