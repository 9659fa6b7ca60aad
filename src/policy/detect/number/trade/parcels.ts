import { digitsAt, isAlphanumeric, isDigit, isLetter } from './units.ts'

const SPACE = 32
const HYPHEN = 45
const ZERO = 48
const ONE = 49
const NINE = 57
const LETTER_Z = 122
/** Digits of a case id's five parts. */
const CASE_PARTS: readonly number[] = [8, 4, 4, 4, 12]
/** Where the later parts begin, hyphens counted. */
const LATER_PARTS: readonly number[] = [9, 14, 19, 24]
const UPS_LENGTH = 18
const USPS_LENGTHS: ReadonlySet<number> = new Set([20, 22, 26, 30, 34])
const LONGEST_USPS = 35
const MAIL_MARK = /(?:us|eu|fe)amazon-$/u
const MAIL_MARK_LENGTH = 9

/**
 * The end of an order, article, parcel or case id that begins with the chunk at `start`; 0 if it is none. Chunks are of
 * folded letters and digits with at least one digit.
 */
export function endOfTradeId(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start)
  const length = end - start
  const caseEnd = length === 4 || length === 12 ? laterPartOfCase(text, start) : 0
  if (caseEnd > 0) return caseEnd
  return isLetter(first) ? letteredId(text, start, end) : numberedId(text, start, end)
}

function numberedId(text: string, start: number, end: number): number {
  const first = text.charCodeAt(start)
  const length = end - start
  const second = text.charCodeAt(start + 1)
  if (first === ONE && second === LETTER_Z) return upsAt(text, start)
  if (length === 3) return orderAt(text, start, end)
  if (length === 8 && text.charCodeAt(end) === HYPHEN) return caseAt(text, start)
  if (length === 20 && first === ZERO && second === ZERO) return digitsAt(text, start, 20) === 20 ? end : 0
  if (length >= 10 && isMailMark(text, start)) return end
  return first === NINE && length >= 4 ? usps(text, start) : 0
}

function letteredId(text: string, start: number, end: number): number {
  const length = end - start
  if (length === 3) return orderAt(text, start, end)
  if (length === 10 && isArticle(text, start)) return end
  if (length === 8 && text.charCodeAt(end) === HYPHEN) return caseAt(text, start)
  return isDhl(text, start, end) || isOwnCarrier(text, start, end) ? end : postalUnion(text, start)
}

/** 302-1234567-1234567, also with blanks; digital orders begin with a D. */
function orderAt(text: string, start: number, end: number): number {
  if (digitsAt(text, start + 1, 2) !== 2 || !(isDigit(text.charCodeAt(start)) || text.charCodeAt(start) === 100))
    return 0
  const gap = text.charCodeAt(end)
  if ((gap !== HYPHEN && gap !== SPACE) || text.charCodeAt(end + 8) !== gap) return 0
  if (digitsAt(text, end + 1, 8) !== 7 || digitsAt(text, end + 9, 8) !== 7) return 0
  return isAlphanumeric(text.charCodeAt(end + 16)) ? 0 : end + 16
}

function isArticle(text: string, start: number): boolean {
  return text.startsWith('b0', start) || text.startsWith('x00', start)
}

function caseAt(text: string, start: number): number {
  let at = start
  for (const [index, length] of CASE_PARTS.entries()) {
    for (let unit = at; unit < at + length; unit += 1) if (!isHex(text.charCodeAt(unit))) return 0
    at += length
    if (index < 4 && text.charCodeAt(at) !== HYPHEN) return 0
    if (index < 4) at += 1
  }
  return isAlphanumeric(text.charCodeAt(at)) ? 0 : at
}

/** A case id may begin with parts of letters alone; then the first chunk with a digit is a later part. */
function laterPartOfCase(text: string, start: number): number {
  if (text.charCodeAt(start - 1) !== HYPHEN) return 0
  for (const before of LATER_PARTS) {
    if (start < before || isAlphanumeric(text.charCodeAt(start - before - 1))) continue
    const end = caseAt(text, start - before)
    if (end > start) return end
  }
  return 0
}

function isHex(unit: number): boolean {
  return isDigit(unit) || (unit >= 97 && unit <= 102)
}

/** 1Z and sixteen more, in groups or not. */
function upsAt(text: string, start: number): number {
  let count = 0
  let at = start
  for (; count < UPS_LENGTH; at += 1) {
    const unit = text.charCodeAt(at)
    if (isAlphanumeric(unit)) count += 1
    else if (unit !== SPACE || text.charCodeAt(at - 1) === SPACE) return 0
  }
  return isAlphanumeric(text.charCodeAt(at)) ? 0 : at
}

/** JVGL, JJD and the like with their digits. */
function isDhl(text: string, start: number, end: number): boolean {
  if (text.charCodeAt(start) !== 106) return false
  let letters = 1
  while (letters < 5 && isLetter(text.charCodeAt(start + letters))) letters += 1
  const digits = end - start - letters
  return letters > 1 && digits >= 13 && digits <= 20 && digitsAt(text, start + letters, digits) === digits
}

function isOwnCarrier(text: string, start: number, end: number): boolean {
  if (!text.startsWith('tb', start)) return false
  const digits = end - start - 3
  return digits >= 9 && digits <= 14 && digitsAt(text, start + 3, digits) === digits
}

/** RR 123 456 789 DE, the postal union's. */
function postalUnion(text: string, start: number): number {
  let at = start
  let count = 0
  for (; count < 13; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit === SPACE && at > start && text.charCodeAt(at - 1) !== SPACE) continue
    if (count < 2 || count > 10 ? !isLetter(unit) : !isDigit(unit)) return 0
    count += 1
  }
  return isAlphanumeric(text.charCodeAt(at)) ? 0 : at
}

/** 20 to 34 digits from 91 on, in groups of four or not. */
function usps(text: string, start: number): number {
  const second = text.charCodeAt(start + 1)
  if (text.charCodeAt(start) !== NINE || second < 49 || second > 53 || digitsAt(text, start, 4) !== 4) return 0
  let count = 0
  let at = start
  for (; count < LONGEST_USPS; at += 1) {
    const unit = text.charCodeAt(at)
    if (isDigit(unit)) count += 1
    else if (unit !== SPACE || !isDigit(text.charCodeAt(at + 1)) || count % 4 !== 0) break
  }
  return USPS_LENGTHS.has(count) && !isAlphanumeric(text.charCodeAt(at)) ? at : 0
}

function isMailMark(text: string, start: number): boolean {
  return text.charCodeAt(start - 1) === HYPHEN && MAIL_MARK.test(text.slice(start - MAIL_MARK_LENGTH, start))
}
