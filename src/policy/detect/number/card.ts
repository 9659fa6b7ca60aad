import type { Span } from '../../../model/finding.ts'
import { standsBefore, standsBehind } from '../context/context.ts'
import type { DigitRun } from './digit-run.ts'
import { numberWords } from './number-words.ts'

/** Issuers by the first four digits: from, to, lengths. After the issuers' own published ranges. */
const ISSUERS: readonly (readonly [from: number, to: number, lengths: readonly number[]])[] = [
  [2200, 2204, [16]], // Mir
  [2221, 2720, [16]], // Mastercard
  [3000, 3059, [14]], // Diners Club
  [3400, 3499, [15]], // American Express
  [3528, 3589, [16, 17, 18, 19]], // JCB
  [3600, 3699, [14]], // Diners Club
  [3700, 3799, [15]], // American Express
  [3800, 3999, [14]], // Diners Club
  [4000, 4999, [13, 16, 19]], // Visa
  [5100, 5599, [16]], // Mastercard
  [6000, 6099, [16, 19]], // RuPay, Discover
  [6200, 6299, [16, 17, 18, 19]], // UnionPay
  [6440, 6599, [16, 19]], // Discover, RuPay
  [8100, 8299, [16]], // RuPay
  [9792, 9792, [16]], // Troy
]

/** The usual lengths first: the longest first would eat a security code behind the number. */
const LENGTHS: readonly number[] = [16, 15, 19, 18, 17, 14, 13]
const SHORTEST = 13

/** Lengths that parcels and articles have too: they need a word about cards near them. */
const NEEDS_WORD: ReadonlySet<number> = new Set([13, 14, 17, 18, 19])

/** Card numbers in a run by issuer, length and check digit, between borders of groups. Spans are of the folded text. */
export function findCards(text: string, run: DigitRun): readonly Span[] {
  const { digits } = run
  if (digits.length < SHORTEST) return []
  const borders = groupBorders(run)
  const found: Span[] = []
  for (let from = 0; from + SHORTEST <= digits.length;) {
    const span = cardAt(text, run, { digits, from, borders })
    if (span === undefined) from += 1
    else {
      found.push(span.span)
      from += span.length
    }
  }
  return found
}

/** Whether digits alone are a card number: issuer, length and check digit. */
export function isCardNumber(digits: string): boolean {
  const lengths = issuedLengths(Number(digits.slice(0, 4)))
  return lengths.includes(digits.length) && passesLuhn(digits, 0, digits.length)
}

interface Place {
  readonly digits: string
  readonly from: number
  /** For each count of digits the index of the group behind it, or -1 inside a group. */
  readonly borders: Int32Array
}

function cardAt(text: string, run: DigitRun, place: Place): { span: Span; length: number } | undefined {
  const first = groupBehind(place.borders, place.from)
  if (first === undefined) return undefined
  const allowed = issuedLengths(Number(place.digits.slice(place.from, place.from + 4)))
  for (const length of LENGTHS) {
    const behind = allowed.includes(length) ? groupBehind(place.borders, place.from + length) : undefined
    if (behind === undefined || !passesLuhn(place.digits, place.from, place.from + length)) continue
    const span = { start: run.groups[first]?.start ?? 0, end: run.groups[behind - 1]?.end ?? 0 }
    if (isPlausible(text, span, length)) return { span, length }
  }
  return undefined
}

function groupBorders(run: DigitRun): Int32Array {
  const borders = new Int32Array(run.digits.length + 1).fill(-1)
  borders[0] = 0
  let count = 0
  for (let index = 0; index < run.groups.length; index += 1) {
    count += run.groups[index]?.digits.length ?? 0
    borders[count] = index + 1
  }
  return borders
}

/** The index of the group behind so many digits, if a group ends there. */
function groupBehind(borders: Int32Array, count: number): number | undefined {
  const index = borders[count] ?? -1
  return index < 0 ? undefined : index
}

function issuedLengths(prefix: number): readonly number[] {
  return ISSUERS.find(([from, to]) => prefix >= from && prefix <= to)?.[2] ?? []
}

function passesLuhn(digits: string, from: number, to: number): boolean {
  let sum = 0
  for (let at = to - 1; at >= from; at -= 1) {
    const digit = digits.charCodeAt(at) - 48
    const weighed = (to - 1 - at) % 2 === 0 ? digit : digit * 2
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return sum % 10 === 0
}

/** One number in ten passes the check digit by chance, parcels too: what is written in one piece must not be one. */
function isPlausible(text: string, span: Span, length: number): boolean {
  const { card, parcel } = numberWords()
  if (standsBefore(text, span.start, card)) return true
  if (NEEDS_WORD.has(length)) return standsBehind(text, span.end, card)
  const isOnePiece = span.end - span.start === length
  return !isOnePiece || !standsBefore(text, span.start, parcel)
}
