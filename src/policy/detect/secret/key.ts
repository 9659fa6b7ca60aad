import type { Span } from '../../../model/finding.ts'
import { isDigitAt, isLetterAt } from '../link/label.ts'

const MAX_KEY = 2_000
/** What follows a maker's prefix is random and long. */
const MIN_REST = 12
const MIN_BEARER = 16
/** A key block is base64 in lines; longer ones are cut. */
const MAX_BLOCK = 8_000

const KEY_UNITS = '-_.|/+=:~'

/** A key that says itself what it is, from the prefix its maker gives it: `ghp_...`. */
export function keyAt(text: string, prefix: Span): Span | undefined {
  const end = endOfKey(text, prefix.end)
  return end - prefix.end >= MIN_REST && isRandom(text, prefix.end, end) ? { start: prefix.start, end } : undefined
}

/** The token behind `Bearer`. */
export function bearerToken(text: string, from: number): Span | undefined {
  const start = text.charAt(from) === ':' ? from + 2 : from + 1
  const end = endOfKey(text, start)
  return end - start >= MIN_BEARER && isRandom(text, start, end) ? { start, end } : undefined
}

/** A private key in its armour, from the dashes before BEGIN to those behind END, or as much of it as stands there. */
export function keyBlock(text: string, begin: Span): Span {
  let start = begin.start
  while (text.charAt(start - 1) === '-') start -= 1
  let end = begin.end
  while (end < text.length && end - begin.end < MAX_BLOCK && isBlockUnit(text, end)) end += 1
  const tail = text.indexOf('private key', end - MIN_REST)
  const closes = tail >= 0 && tail - end < MIN_REST * 3
  if (closes) end = tail + 'private key'.length
  while (text.charAt(end) === '-') end += 1
  while (end > begin.end && /\s/u.test(text.charAt(end - 1))) end -= 1
  return { start, end }
}

function endOfKey(text: string, from: number): number {
  let end = from
  while (end - from < MAX_KEY && (isLatinOrDigit(text, end) || KEY_UNITS.includes(text.charAt(end) || ' '))) end += 1
  while (end > from && '.:-|/'.includes(text.charAt(end - 1))) end -= 1
  return end
}

/** Digits among letters: a word has none. */
function isRandom(text: string, start: number, end: number): boolean {
  let [digits, letters] = [0, 0]
  for (let at = start; at < end; at += 1) {
    if (isDigitAt(text, at)) digits += 1
    else if (isLetterAt(text, at)) letters += 1
  }
  return digits > 0 && digits + letters >= MIN_REST
}

function isLatinOrDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return (code >= 48 && code <= 57) || (code >= 97 && code <= 122)
}

function isBlockUnit(text: string, at: number): boolean {
  return isLatinOrDigit(text, at) || '+/=-:,\n\r \t'.includes(text.charAt(at))
}
