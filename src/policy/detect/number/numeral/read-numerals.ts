import { foldText } from '../../fold/fold.ts'
import { IDEOGRAPHIC_DIGITS } from '../digit-words.ts'
import { kanaDigits } from './kana-digits.ts'
import type { KanaDigit } from './kana-digits.ts'
import { numberWords } from './number-words.ts'
import type { NumberWord } from './number-words.ts'
import { LETTER, LIKE, MIXED, NumeralList, PLAIN, SMALL_WORD, SPOKEN } from './numerals.ts'
import type { Numerals } from './numerals.ts'

/** Classes of units: what may begin a chunk. */
const DIGIT = 1
const LATIN = 2
const IDEOGRAPH = 3
const KANA = 4

/** `l2` among digits may be 12; a longer chunk with a single digit is a word. */
const LONGEST_WITH_ONE_DIGIT = 5
/** The longest word for a number; longer words are not looked up. */
const LONGEST_WORD = 20
/** Fewer kana digits in a row are syllables of other words. */
const FEWEST_KANA = 4
/** The widest gap between the two words of one number: `quarenta e cinco`. */
const WIDEST_INSIDE = 4
const BLOOM_MASK = 0x3fff
const SMALL_WORDS: ReadonlySet<string> = new Set([
  'en',
  'un',
  'een',
  'ein',
  'um',
  'uno',
  'una',
  'une',
  'uma',
  'one',
  'sei',
  'onze',
])
const JOINERS: ReadonlySet<string> = new Set(['', ' ', '-', ' y ', ' e ', ' et ', '-et-', ' and ', ' i '])

interface Tables {
  readonly classes: Uint8Array
  readonly words: ReadonlyMap<string, NumberWord>
  /** 1 for each hash that a word for a number has: most words are sent away without a look into the map. */
  readonly bloom: Uint8Array
  readonly kana: ReadonlyMap<number, readonly KanaDigit[]>
}

let tables: Tables | undefined

/** Reads everything that stands for a number in one pass over a folded text. Linear, never throws. */
export function readNumerals(text: string): Numerals {
  tables ??= buildTables()
  const { classes } = tables
  const list = new NumeralList()
  for (let at = 0; at < text.length;) {
    const kind = classes[text.charCodeAt(at)]
    if (kind === 0) at += 1
    else if (kind === IDEOGRAPH) at = readIdeographs(text, at, list)
    else if (kind === KANA) at = readKana(text, at, list, tables.kana)
    else at = readChunk(text, at, list, tables)
  }
  return list
}

/** Reads a chunk of letters and digits and gives its end. */
function readChunk(text: string, start: number, list: NumeralList, { classes, bloom, words }: Tables): number {
  let end = start
  let digits = 0
  let hash = 0
  for (; end < text.length; end += 1) {
    const unit = text.charCodeAt(end)
    const kind = classes[unit]
    if (kind === DIGIT) digits += 1
    else if (kind !== LATIN) break
    hash = (Math.imul(hash, 31) + unit) | 0
  }
  if (digits === end - start) list.put(PLAIN, start, end, text.slice(start, end))
  else if (digits > 0) putMixed(text, start, end, { digits, list })
  else if (bloom[hash & BLOOM_MASK] === 1) putWord(text, start, end, { list, words })
  return end
}

function buildTables(): Tables {
  const words = numberWords()
  const bloom = new Uint8Array(BLOOM_MASK + 1)
  for (const word of [...words.keys(), 'o', 'l', 'i']) {
    let hash = 0
    for (let at = 0; at < word.length; at += 1) hash = (Math.imul(hash, 31) + word.charCodeAt(at)) | 0
    bloom[hash & BLOOM_MASK] = 1
  }
  const kana = kanaDigits((text) => foldText(text).text)
  const classes = new Uint8Array(0x10000)
  for (const first of kana.keys()) classes[first] = KANA
  for (const character of IDEOGRAPHIC_DIGITS) classes[character.charCodeAt(0)] = IDEOGRAPH
  classes.fill(DIGIT, 48, 58)
  classes.fill(LATIN, 97, 123)
  classes[124] = LATIN
  return { classes, words, bloom, kana }
}

interface Chunk {
  /** How many of its units are digits. */
  readonly digits: number
  readonly list: NumeralList
}

function putMixed(text: string, start: number, end: number, { digits, list }: Chunk): void {
  const isNumber = (digits > 1 || end - start <= LONGEST_WITH_ONE_DIGIT) && looksLikeDigits(text, start, end)
  if (!isNumber) return list.put(MIXED, start, end, '')
  let value = ''
  for (let at = start; at < end; at += 1) value += digitOf(text.charCodeAt(at))
  list.put(LIKE, start, end, value)
}

function looksLikeDigits(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit > 57 && unit !== 111 && unit !== 105 && unit !== 108 && unit !== 124) return false
  }
  return true
}

function digitOf(unit: number): string {
  if (unit <= 57) return String.fromCharCode(unit)
  return unit === 111 ? '0' : '1'
}

function putWord(
  text: string,
  start: number,
  end: number,
  { list, words }: { readonly list: NumeralList; readonly words: ReadonlyMap<string, NumberWord> },
): void {
  if (end - start === 1) return list.put(LETTER, start, end, digitOf(text.charCodeAt(start)))
  const written = end - start > LONGEST_WORD ? '' : text.slice(start, end)
  const word = words.get(written)
  if (word === undefined) return
  if (joinsLast(text, start, end, { list, word, words })) return
  list.put(SMALL_WORDS.has(written) ? SMALL_WORD : SPOKEN, start, end, word.kind === 'repeat' ? '' : word.digits)
}

/** Whether a word made one number with the word before it: `eighty nine`, `quatre-vingt`, `double five`. */
function joinsLast(
  text: string,
  start: number,
  end: number,
  {
    list,
    word,
    words,
  }: { readonly list: NumeralList; readonly word: NumberWord; readonly words: ReadonlyMap<string, NumberWord> },
): boolean {
  const last = list.count - 1
  const lastEnd = list.ends[last] ?? 0
  if (list.kinds[last] !== SPOKEN || start - lastEnd > WIDEST_INSIDE) return false
  if (word.kind === 'repeat' || !JOINERS.has(text.slice(lastEnd, start))) return false
  const lastStart = list.starts[last] ?? 0
  const before = words.get(text.slice(lastStart, lastEnd))
  const value = before === undefined ? compound(list.digits[last] ?? '', word) : joinedValue(before, word)
  if (value === undefined) return false
  list.changeLast(end, value)
  return true
}

function joinedValue(before: NumberWord, word: NumberWord): string | undefined {
  if (before.kind === 'repeat') return word.digits.length === 1 ? word.digits.repeat(Number(before.digits)) : undefined
  if (before.digits === '4' && word.digits === '20') return '80'
  const isFrench = before.digits === '60' && word.digits.length === 2 && word.kind === 'digits'
  return before.kind === 'tens' && (word.digits.length === 1 || isFrench) ? added(before.digits, word) : undefined
}

/** `quatre-vingt` and what follows, `dix` of `soixante-dix` and what follows. */
function compound(value: string, word: NumberWord): string | undefined {
  const isFrench = value === '80' && word.kind === 'digits'
  const isDix = (value === '70' || value === '90') && word.digits.length === 1 && word.digits > '6'
  return isFrench || isDix ? added(value, word) : undefined
}

function added(value: string, word: NumberWord): string | undefined {
  return word.digits === '0' ? undefined : String(Number(value) + Number(word.digits))
}

function readIdeographs(text: string, start: number, list: NumeralList): number {
  let end = start
  let digits = ''
  for (; end < text.length; end += 1) {
    const value = IDEOGRAPHIC_DIGITS.indexOf(text.charAt(end))
    if (value < 0) break
    digits += String(value)
  }
  list.put(SPOKEN, start, end, digits)
  return end
}

function readKana(text: string, start: number, list: NumeralList, kana: Tables['kana']): number {
  let end = start
  let digits = ''
  for (;;) {
    const next = kanaAt(text, end, kana) ?? (isKanaGap(text.charCodeAt(end)) ? kanaAt(text, end + 1, kana) : undefined)
    if (next === undefined) break
    end += next.written.length + (text.startsWith(next.written, end) ? 0 : 1)
    digits += next.digit
  }
  if (digits.length >= FEWEST_KANA) list.put(SPOKEN, start, end, digits)
  return Math.max(end, start + 1)
}

function kanaAt(text: string, at: number, kana: Tables['kana']): KanaDigit | undefined {
  return kana.get(text.charCodeAt(at))?.find(({ written }) => text.startsWith(written, at))
}

/** Blank, hyphen, middle dot, long-vowel mark, comma. */
function isKanaGap(unit: number): boolean {
  return unit === 32 || unit === 45 || unit === 0x30fb || unit === 0x30fc || unit === 0x3001
}
