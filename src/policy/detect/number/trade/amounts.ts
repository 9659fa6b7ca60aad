import { digitsAt, isDigit, isLetter, numberAt } from './units.ts'

const SPACE = 32
const DOT = 46
const COMMA = 44
const COLON = 58
const SIGNS = new Uint8Array(0x10000)
for (const sign of '€$£¥₺₹円元') SIGNS[sign.charCodeAt(0)] = 1
const CODES: ReadonlySet<string> = new Set(
  'eur usd gbp jpy pln sek chf try tl zl kr aed brl sar egp inr aud cad sgd mxn nok dkk czk huf zar r$ rs'.split(' '),
)

/** The end of a date that begins with the digits at `start`: 17.06.2026, 2026-06-17, 6/17/26; 0 if it is none. */
export function endOfDate(text: string, start: number, end: number): number {
  const sign = text.charCodeAt(end)
  if (end - start > 4 || end - start === 3 || !isDateSign(sign) || isDateJoint(text, start - 1)) return 0
  const second = end + 1
  const secondEnd = second + digitsAt(text, second, 3)
  if (secondEnd === second || secondEnd - second > 2 || text.charCodeAt(secondEnd) !== sign) return 0
  const third = secondEnd + 1
  const thirdEnd = third + digitsAt(text, third, 5)
  const lengths = [end - start, thirdEnd - third]
  if (!lengths.includes(2) && !lengths.includes(4) && !lengths.includes(1)) return 0
  const first = numberAt(text, start, end)
  const middle = numberAt(text, second, secondEnd)
  const last = numberAt(text, third, thirdEnd)
  const isDate =
    end - start === 4 ? isYear(first) && isDay(middle, last) : isDayOf(first, middle, last, thirdEnd - third)
  return isDate && !goesOn(text, thirdEnd) ? thirdEnd : 0
}

function goesOn(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return isDigit(unit) || (isDateSign(unit) && isDigit(text.charCodeAt(at + 1)))
}

function isDayOf(first: number, middle: number, year: number, digits: number): boolean {
  return (digits === 2 || (digits === 4 && isYear(year))) && (isDay(middle, first) || isDay(first, middle))
}

function isDay(month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= 31
}

function isYear(year: number): boolean {
  return year >= 1900 && year < 2100
}

function isDateSign(unit: number): boolean {
  return unit === DOT || unit === 47 || unit === 45
}

function isDateJoint(text: string, at: number): boolean {
  return isDateSign(text.charCodeAt(at)) || text.charCodeAt(at) === COMMA
}

/** The end of a time that begins with the digits at `start`: 14:22, 9:05:30; 0 if it is none. */
export function endOfTime(text: string, start: number, end: number): number {
  if (end - start > 2 || text.charCodeAt(end) !== COLON || numberAt(text, start, end) > 23) return 0
  let at = end
  for (let parts = 0; parts < 2 && text.charCodeAt(at) === COLON; parts += 1) {
    if (digitsAt(text, at + 1, 3) !== 2 || text.charCodeAt(at + 1) > 53) break
    at += 3
  }
  return at > end ? at : 0
}

/** An amount of money around the digits at `start`, with its sign: where it ends; 0 if there is no sign. */
export function endOfAmount(text: string, start: number, end: number): number {
  const amountEnd = end - start > 3 ? cents(text, end) : thousands(text, end)
  if (isCurrencyBefore(text, start)) return amountEnd
  if (end - start > 6) return 0
  let at = amountEnd
  if (text.charCodeAt(at) === SPACE) at += 1
  if (SIGNS[text.charCodeAt(at)] === 1) return at + 1
  return endOfCode(text, at)
}

/** Behind `.250.000,00` and the like. */
function thousands(text: string, end: number): number {
  let at = end
  for (let groups = 0; groups < 3 && isGroupSign(text.charCodeAt(at)); groups += 1) {
    if (digitsAt(text, at + 1, 4) !== 3) break
    at += 4
  }
  return cents(text, at)
}

function cents(text: string, at: number): number {
  const sign = text.charCodeAt(at)
  if (sign !== DOT && sign !== COMMA) return at
  const digits = digitsAt(text, at + 1, 3)
  return digits === 1 || digits === 2 ? at + 1 + digits : at
}

function isGroupSign(unit: number): boolean {
  return unit === SPACE || unit === DOT || unit === COMMA || unit === 39
}

function isCurrencyBefore(text: string, start: number): boolean {
  const at = text.charCodeAt(start - 1) === SPACE ? start - 2 : start - 1
  if (at < 0) return false
  if (SIGNS[text.charCodeAt(at)] === 1) return true
  if (!isLetter(text.charCodeAt(at))) return false
  for (let length = 2; length <= 3; length += 1)
    if (!isLetter(text.charCodeAt(at - length)) && isCodeBefore(text.slice(at + 1 - length, at + 1))) return true
  return false
}

/** Turkey's code is an English word before a number. */
function isCodeBefore(code: string): boolean {
  return code !== 'try' && CODES.has(code)
}

function endOfCode(text: string, at: number): number {
  if (!isLetter(text.charCodeAt(at))) return 0
  for (let length = 2; length <= 3; length += 1)
    if (!isLetter(text.charCodeAt(at + length)) && CODES.has(text.slice(at, at + length))) return at + length
  return 0
}
