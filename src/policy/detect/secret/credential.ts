import type { Span } from '../../../model/finding.ts'
import { CODE_WORDS, COPULAS, NOT_A_VALUE, PASSWORD_WORDS } from './credential-words.ts'
import { digitWords, IDEOGRAPHIC_DIGITS } from '../number/digit-words.ts'
import { BARRIER, foldText } from '../fold/fold.ts'
import { lexicon } from '../context/lexicon.ts'

/** Keys that say themselves what they are, by the prefixes their makers give them. */
const BARE_KEYS =
  /(?<![a-z0-9])(?:(?:sk|pk|rk)_(?:live|test)_[a-z0-9]{16,64}|gh[pousr]_[a-z0-9]{30,64}|akia[a-z0-9]{16}|aiza[a-z0-9_-]{30,40}|xox[abprs]-[a-z0-9-]{10,64}|eyj[a-z0-9_-]{10,500}\.eyj[a-z0-9_-]{10,500})/gu

const DIGITS = /^\d{3,10}$/u
const CODE_DIGITS = /^\d{2,4}(?:[ -]\d{2,4}){1,3}(?!\d)|^\d{3,10}(?!\d)/u
const MAX_VALUE = 80
const VALUE = /[!-~]{1,80}/uy
const EXPLICIT = /[ \t]{0,3}[:=][ \t]{0,3}["'([]?/uy
const SPACE = /[ \t]{0,3}["'([]?/uy
const TRAILING = /[.,;:)\]"']$/u

interface Patterns {
  readonly password: RegExp
  readonly code: RegExp
  readonly copula: RegExp
  readonly digitWord: ReadonlyMap<string, string>
  readonly notAValue: ReadonlySet<string>
}
let patterns: Patterns | undefined

/** Values that follow a word for a secret, and keys known by their prefix. Spans are of the folded text. */
export function findCredentials(text: string): readonly Span[] {
  patterns ??= buildPatterns()
  const found: Span[] = []
  for (const match of text.matchAll(BARE_KEYS)) found.push({ start: match.index, end: match.index + match[0].length })
  for (const match of text.matchAll(patterns.password))
    add(found, passwordBehind(text, match.index + match[0].length, patterns))
  for (const match of text.matchAll(patterns.code))
    add(found, codeBehind(text, match.index + match[0].length, patterns))
  return found
}

function add(found: Span[], span: Span | undefined): void {
  if (span !== undefined) found.push(span)
}

function buildPatterns(): Patterns {
  const copulas = COPULAS.map((word) => foldText(word).text)
  const branches = copulas.map((word) => (/[a-z]$/u.test(word) ? `${word}(?![a-z0-9])` : word)).join('|')
  return {
    password: lexicon(PASSWORD_WORDS),
    code: lexicon(CODE_WORDS),
    copula: new RegExp(`[ \\t]{0,3}(?:${branches})[ \\t]{0,3}:?[ \\t]{0,3}["'([]?`, 'uy'),
    digitWord: digitWords(),
    notAValue: new Set(NOT_A_VALUE.map((word) => foldText(word).text)),
  }
}

function passwordBehind(text: string, at: number, known: Patterns): Span | undefined {
  const explicit = endOf(EXPLICIT, text, at) ?? endOf(known.copula, text, at)
  const start = explicit ?? endOf(SPACE, text, at)
  if (start === undefined || start === at) return undefined
  const value = valueAt(text, start)
  if (value === undefined) return undefined
  if (isStrong(value) || DIGITS.test(value)) return { start, end: start + value.length }
  if (explicit === undefined || value.length < 4 || known.notAValue.has(value)) return undefined
  return text.charAt(start - 1) === ':' || /[:=]/u.test(text.slice(at, start))
    ? { start, end: start + value.length }
    : undefined
}

function codeBehind(text: string, at: number, known: Patterns): Span | undefined {
  const start = endOf(EXPLICIT, text, at) ?? endOf(known.copula, text, at) ?? endOf(SPACE, text, at)
  if (start === undefined) return undefined
  const digits = CODE_DIGITS.exec(text.slice(start, start + MAX_VALUE))
  if (digits !== null) return { start, end: start + digits[0].length }
  const spelled = endOfSpelled(text, start, known.digitWord)
  if (spelled !== undefined) return { start, end: spelled }
  const value = valueAt(text, start)
  return value !== undefined && /\d/u.test(value) && isStrong(value) ? { start, end: start + value.length } : undefined
}

/** The end of at least three digit words or ideographic digits. */
function endOfSpelled(text: string, start: number, digitWord: ReadonlyMap<string, string>): number | undefined {
  let end = start
  let count = 0
  while (end < text.length && IDEOGRAPHIC_DIGITS.includes(text.charAt(end))) {
    end += 1
    count += 1
  }
  const words = /[a-z]{2,9}/uy
  for (let at = start; count < 12; count += 1) {
    words.lastIndex = at
    const word = words.exec(text)?.[0]
    if (word === undefined || !digitWord.has(word)) break
    end = at + word.length
    at = end + 1
  }
  return count >= 3 ? end : undefined
}

function endOf(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : undefined
}

function valueAt(text: string, start: number): string | undefined {
  VALUE.lastIndex = start
  let value = VALUE.exec(text)?.[0]
  while (value !== undefined && TRAILING.test(value)) value = value.slice(0, -1)
  return value === undefined || value === '' || value.includes(BARRIER) ? undefined : value
}

/** Letters with digits or signs among them: nobody writes that as a word of a sentence. */
function isStrong(value: string): boolean {
  return value.length >= 4 && /[a-z]/u.test(value) && /[\d!#$%&*+=?@^_~]/u.test(value)
}
