import { type RelayWords, relayWords } from '../../../policy/pack/relay-words.ts'

const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** Scripts that put no blank between words: there a unit ends where its letters end. */
const UNSPACED = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u

interface SpanReader {
  readonly words: RelayWords
  readonly shape: RegExp
}

let reader: SpanReader | undefined

/**
 * The first span of days or hours in a folded sentence, in milliseconds, such as `3 calendar days` or `72 hours`; a day
 * is 24 hours. Undefined without one.
 */
export function writtenSpanMs(sentence: string): number | undefined {
  reader ??= makeReader(relayWords())
  const found = reader.shape.exec(sentence)
  if (!found) return undefined
  const [, number = '', unit = ''] = found
  const unitMs = reader.words.phrases.hourUnit.includes(unit) ? HOUR_MS : DAY_MS
  return countOf(number, reader.words) * unitMs
}

function makeReader(words: RelayWords): SpanReader {
  const units = [...words.phrases.dayUnit, ...words.phrases.hourUnit]
  const spaced = oneOf(units.filter((unit) => !UNSPACED.test(unit)))
  const unspaced = oneOf(units.filter((unit) => UNSPACED.test(unit)))
  const number = `(?<![\\p{L}\\p{N}.,月年/-])(\\d{1,3}|${oneOf(words.numberWords.flat())})(?![\\p{Script=Latin}\\p{Script=Arabic}])`
  const between = `(?: ?\\(\\d{1,3}\\))?[ -]?(?:(?!\\d)[\\p{L}']{2,14}[ -]){0,2}?`
  return { words, shape: new RegExp(`${number}${between}(${spaced}(?!\\p{L})|${unspaced})`, 'u') }
}

/** The longer before those they begin with. */
function oneOf(words: readonly string[]): string {
  const sorted = [...new Set(words)].toSorted((one, other) => other.length - one.length)
  return `(?:${sorted.map((word) => RegExp.escape(word)).join('|')})`
}

function countOf(number: string, words: RelayWords): number {
  const digits = Number(number)
  if (!Number.isNaN(digits)) return digits
  return Math.max(...words.numberWords.map((list) => list.indexOf(number))) + 1
}
