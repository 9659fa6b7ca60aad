import type { Span } from '../../../../model/finding.ts'
import { BANK_CUE, BANK_LABEL } from '../cues.ts'
import { rest97 } from '../check-digits.ts'
import type { NumberText } from '../number-text.ts'
import type { DigitRun } from '../numeral/digit-run.ts'
import { SMALL_WORD, SPOKEN } from '../numeral/numerals.ts'
import { isAlphanumeric, isDigit, isLetter } from '../trade/units.ts'
import { ibanLengths } from './lengths.ts'

const SEPARATORS = new Uint8Array(0x10000)
for (const sign of ' .-_\n\r\t\u00a0/·,:()[]*') SEPARATORS[sign.charCodeAt(0)] = 1
/** Between the groups of an account: a line end with an indent, ` - `. */
const MAX_GAP = 4
/** Between its two letters and its check digits. */
const MAX_FIRST_GAP = 3

/** Countries whose people leave the letters out, by the digits that remain. */
const BARE: ReadonlyMap<number, readonly string[]> = new Map([
  [21, ['ae']],
  [22, ['sa']],
  [27, ['eg']],
])

let lengths: ReadonlyMap<string, number> | undefined

/** Accounts that have their country's length and pass mod 97, in any groups, with digit words too. */
export function findIbans(read: NumberText): readonly Span[] {
  lengths ??= ibanLengths()
  const found: Span[] = []
  const { count, starts } = read.numerals
  let behind = 0
  for (let at = 0; at < count; at += 1) {
    const numeral = starts[at] ?? 0
    if (numeral < behind) continue
    const start = beginning(read.text, numeral)
    const length = start < 0 ? undefined : lengths.get(lettersAt(read.text, start))
    if (length === undefined) continue
    const end = endOfAccount(read, { start, numeral: at, length })
    if (end === 0) continue
    found.push({ start, end })
    behind = end
  }
  return found
}

/** Whether a run is an account whose country was left out, behind a word about accounts. */
export function isBareIban({ cues }: NumberText, run: DigitRun): boolean {
  const countries = BARE.get(run.digits.length)
  if (countries === undefined || !cues.before(run.start, BANK_CUE | BANK_LABEL)) return false
  return countries.some((country) => rest97(`${run.digits.slice(2)}${country}${run.digits.slice(0, 2)}`) === 1)
}

/** Where the two letters before a numeral begin, or those at its own beginning; -1 if there are none. */
function beginning(text: string, numeral: number): number {
  if (
    isLetter(text.charCodeAt(numeral)) &&
    isLetter(text.charCodeAt(numeral + 1)) &&
    isDigit(text.charCodeAt(numeral + 2))
  )
    return isAlphanumeric(text.charCodeAt(numeral - 1)) ? -1 : numeral
  const second = lastLetter(text, numeral)
  const first = second < 0 ? -1 : lastLetter(text, second)
  return first < 0 || isAlphanumeric(text.charCodeAt(first - 1)) ? -1 : first
}

function lastLetter(text: string, from: number): number {
  let at = from - 1
  while (from - at <= MAX_FIRST_GAP && SEPARATORS[text.charCodeAt(at)] === 1) at -= 1
  return isLetter(text.charCodeAt(at)) ? at : -1
}

function lettersAt(text: string, start: number): string {
  let second = start + 1
  while (!isLetter(text.charCodeAt(second))) second += 1
  return text.charAt(start) + text.charAt(second)
}

interface Beginning {
  readonly start: number
  /** The numeral that holds the first check digit. */
  readonly numeral: number
  readonly length: number
}

/** Where the account ends if it has its length and passes the check; 0 if not. */
function endOfAccount(read: NumberText, { start, numeral, length }: Beginning): number {
  const { text } = read
  const { kinds, starts, ends, digits } = read.numerals
  let account = ''
  let gap = 0
  let next = numeral
  for (let at = start; at < text.length && gap <= MAX_GAP;) {
    while ((starts[next] ?? text.length) < at) next += 1
    const unit = text.charCodeAt(at)
    if (SEPARATORS[unit] === 1) {
      gap += 1
      at += 1
      continue
    }
    const isWord = starts[next] === at && isWordKind(kinds[next])
    if (!isWord && !isAlphanumeric(unit)) return 0
    account += isWord ? (digits[next] ?? '') : text.charAt(at)
    at = isWord ? (ends[next] ?? at + 1) : at + 1
    gap = 0
    if (account.length >= length) return isWhole(account, length, text.charCodeAt(at)) ? at : 0
  }
  return 0
}

function isWordKind(kind: number | undefined): boolean {
  return kind === SPOKEN || kind === SMALL_WORD
}

function isWhole(account: string, length: number, unitBehind: number): boolean {
  return account.length === length && !isAlphanumeric(unitBehind) && passes(account)
}

/** Mod 97; an `o` or `l` written for a digit is tried as one. */
function passes(account: string): boolean {
  if (isChecked(account)) return true
  const country = account.slice(0, 2)
  const rest = account.slice(2)
  return /[oil]/u.test(rest) && isChecked(country + rest.replaceAll('o', '0').replaceAll(/[il]/gu, '1'))
}

function isChecked(account: string): boolean {
  return (
    isDigit(account.charCodeAt(2)) &&
    isDigit(account.charCodeAt(3)) &&
    rest97(account.slice(4) + account.slice(0, 4)) === 1
  )
}
