import { BANK_LABEL, TRADE_CUE } from '../cues.ts'
import { behindLabel, isApart, standsClose } from '../label.ts'
import type { NumberText } from '../number-text.ts'
import { joins } from '../numeral/digit-run.ts'
import { LETTER, MIXED } from '../numeral/numerals.ts'
import { isAlphanumeric, isDigit, isLetter } from '../trade/units.ts'

/** A label of an account and what stands behind it. */
export interface AccountPart {
  readonly labelStart: number
  /** With the label, where it belongs to the number. */
  readonly start: number
  readonly end: number
  readonly digits: number
}

const LONGEST_CODE = 11
const CODE_DIGITS = 6
const MOST_DIGITS = 34

/** What stands behind the labels of accounts in a text, in order. */
export function labelledParts(read: NumberText): readonly AccountPart[] {
  const { cues, text, numerals } = read
  const parts: AccountPart[] = []
  let numeral = 0
  for (const [hit, mask] of cues.masks.entries()) {
    const labelEnd = cues.ends[hit] ?? 0
    const labelStart = cues.starts[hit] ?? 0
    if ((mask & BANK_LABEL) === 0 || labelStart < (parts.at(-1)?.end ?? 0) || isOther(read, hit)) continue
    while ((numerals.starts[numeral] ?? text.length) < labelEnd) numeral += 1
    const first = numeral
    const valueAt = behindLabel(
      text,
      labelEnd,
      (at) => isApart(text, labelEnd, at) && (at === numerals.starts[first] || codeAt(text, at) > 0),
    )
    if (valueAt < 0) continue
    const value = valueOf(read, valueAt, first)
    if (value.digits > 0 && value.digits <= MOST_DIGITS)
      parts.push({ labelStart, start: standsClose(text, labelEnd, valueAt) ? labelStart : valueAt, ...value })
  }
  return parts
}

/** A code counts as digits enough for an account. */
function valueOf(read: NumberText, start: number, numeral: number): { readonly end: number; readonly digits: number } {
  const code = codeAt(read.text, start)
  return code > 0 ? { end: code, digits: CODE_DIGITS } : endOfNumerals(read, numeral)
}

function isOther(read: NumberText, hit: number): boolean {
  return isOfTrade(read, hit) || isInsideLonger(read, hit)
}

/** `customer account`: the trade's words cover the label. */
function isOfTrade({ cues }: NumberText, hit: number): boolean {
  return (cues.nearestBefore(cues.ends[hit] ?? 0, BANK_LABEL | TRADE_CUE) & TRADE_CUE) !== 0
}

/** Whether a longer label begins at the same place, or this one ends where another goes on. */
function isInsideLonger({ cues }: NumberText, hit: number): boolean {
  for (let next = hit + 1; cues.starts[next] === cues.starts[hit]; next += 1)
    if (((cues.masks[next] ?? 0) & BANK_LABEL) !== 0 && (cues.ends[next] ?? 0) > (cues.ends[hit] ?? 0)) return true
  return false
}

/** The end of a BIC or an IFSC; 0 if there is none. */
function codeAt(text: string, start: number): number {
  let end = start
  while (end - start <= LONGEST_CODE && isAlphanumeric(text.charCodeAt(end))) end += 1
  const length = end - start
  if (length !== 8 && length !== 11) return 0
  for (let at = start; at < start + 4; at += 1) if (!isLetter(text.charCodeAt(at))) return 0
  if (length === 11 && text.charAt(start + 4) === '0') return isDigit(text.charCodeAt(end - 1)) ? end : 0
  const isCountry = isLetter(text.charCodeAt(start + 4)) && isLetter(text.charCodeAt(start + 5))
  return isCountry && isBankCode(text, start, end) ? end : 0
}

const BIC_LABELS = /(?:bic|swift)[^a-z0-9]{0,3}(?:code|is|ist|est)?[^a-z0-9]{0,3}$/u

function isBankCode(text: string, start: number, end: number): boolean {
  return BIC_LABELS.test(text.slice(Math.max(0, start - 16), start)) && end > start
}

function endOfNumerals({ text, numerals, shield }: NumberText, first: number): { end: number; digits: number } {
  let digits = 0
  let end = 0
  for (let at = first; at < numerals.count; at += 1) {
    const start = numerals.starts[at] ?? 0
    if (shield[start] === 1 || numerals.kinds[at] === LETTER) break
    if (at > first && !joins(text, numerals, at) && !isPostalAccount(text, end, start)) break
    if (numerals.kinds[at] === MIXED && !isAccountPiece(text, start, numerals.ends[at] ?? start, at === first)) break
    digits += digitCount(text, start, numerals.ends[at] ?? start, numerals.digits[at] ?? '')
    end = numerals.ends[at] ?? start
  }
  return { end, digits }
}

/** Between the two numbers of an account at Japan's post bank. */
function isPostalAccount(text: string, from: number, to: number): boolean {
  return to - from <= 7 && text.slice(from, to).includes('番号')
}

/** Letters and digits as accounts have them: a country's letters before the first, letters among others behind. */
function isAccountPiece(text: string, start: number, end: number, isFirst: boolean): boolean {
  return isFirst
    ? isLetter(text.charCodeAt(start)) && isDigit(text.charCodeAt(end - 1)) && end - start <= MOST_DIGITS
    : end - start <= 11
}

function digitCount(text: string, start: number, end: number, digits: string): number {
  if (digits !== '') return digits.length
  let count = 0
  for (let at = start; at < end; at += 1) if (isDigit(text.charCodeAt(at))) count += 1
  return count
}
