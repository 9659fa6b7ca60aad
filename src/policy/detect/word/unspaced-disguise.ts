import type { Span } from '../../../model/finding.ts'
import type { HiddenWord, HiddenWords } from './hidden-words.ts'
import { HOLE, isGap, signKind } from './letter-signs.ts'

/** A text in a script without spaces, without what stands between its characters; offsets lead back. */
interface Compact {
  readonly units: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** By character: how many repeats, holes and gaps were left out up to here. */
  readonly tricks: readonly number[]
}

const FIRST_UNSPACED = 0x3041
const LAST_UNSPACED = 0x9fff
/** Stands between words that are kana: a gap. */
const MIDDLE_DOT = 0x30fb
const FEWEST_WITH_HOLE = 3
const FEWEST_CUT = 4
/** Widest gap between two characters of a word. */
const MAX_GAP = 3

/**
 * Finds words of a script without spaces behind separators between characters, one hole, or a character written three
 * times or more. Reads a text only if one of these stands in it; linear.
 */
export function findUnspacedDisguises(
  text: string,
  words: () => HiddenWords,
  accept: (span: Span, hidden: HiddenWord, hasHole: boolean) => boolean,
): readonly Span[] {
  const compact = compacted(text)
  if (compact === undefined) return []
  const known = words()
  const found: Span[] = []
  for (let from = 0; from < compact.units.length; from += 1) {
    const span = firstWord(compact, from, known.beginningWithOne(compact.units[from] ?? 0), accept)
    if (span !== undefined) found.push(span)
  }
  return found
}

function firstWord(
  compact: Compact,
  from: number,
  words: readonly HiddenWord[],
  accept: (span: Span, hidden: HiddenWord, hasHole: boolean) => boolean,
): Span | undefined {
  for (const hidden of words) {
    const holes = holesOf(compact, from, hidden.word)
    if (holes < 0 || !isTricked(compact, { from, length: hidden.word.length, holes })) continue
    const span = { start: compact.starts[from] ?? 0, end: compact.ends[from + hidden.word.length - 1] ?? 0 }
    if (accept(span, hidden, holes > 0)) return span
  }
  return undefined
}

/** How many characters of a word are holes where it stands; -1 if it does not stand there. */
function holesOf({ units }: Compact, from: number, word: string): number {
  if (from + word.length > units.length) return -1
  let holes = 0
  for (let at = 0; at < word.length; at += 1) {
    const unit = units[from + at] ?? 0
    if (unit === word.charCodeAt(at)) continue
    if (signKind(unit) !== HOLE || at === word.length - 1) return -1
    holes += 1
  }
  return holes
}

/** Whether a word stands there by a trick; without one the lexicon has found it. */
function isTricked(
  { tricks }: Compact,
  { from, length, holes }: { readonly from: number; readonly length: number; readonly holes: number },
): boolean {
  if (holes > 0) return holes === 1 && length >= FEWEST_WITH_HOLE
  const used = (tricks[from + length - 1] ?? 0) - (tricks[from] ?? 0)
  return used >= length - 1 || (used > 0 && length >= FEWEST_CUT) || used >= REPEAT
}

/** A repeat weighs as much as separators between all characters. */
const REPEAT = 100

/** The stretches around tricks, compacted; nothing if there is no trick. */
function compacted(text: string): Compact | undefined {
  let trick = nextTrick(text, 0)
  if (trick < 0) return undefined
  const compact = new Compaction(text)
  while (trick >= 0) {
    const until = compact.readOn(trick)
    trick = nextTrick(text, until)
  }
  return compact
}

class Compaction implements Compact {
  readonly units: number[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly tricks: number[] = []
  readonly #text: string
  #used = 0
  #until = 0

  constructor(text: string) {
    this.#text = text
  }

  /** Takes the characters around a trick and tells how far it has come. */
  readOn(trick: number): number {
    if (trick - LONGEST > this.#until) {
      this.#until = trick - LONGEST
      this.#add(BREAK, this.#until, this.#until)
    }
    const end = Math.min(this.#text.length, trick + LONGEST)
    while (this.#until < end) this.#take(this.#until)
    return this.#until
  }

  #take(at: number): void {
    const text = this.#text
    const unit = text.charCodeAt(at)
    const behind = isUnspaced(unit) ? behindTrick(text, at) : at + 1
    if (isUnspaced(unit) && text.charCodeAt(at + 1) === unit && behind > at + 1) this.#takeRun(at, behind)
    else {
      this.#add(unit, at, at + 1)
      this.#until = behind
      if (behind > at + 1) this.#used += 1
    }
  }

  #takeRun(at: number, end: number): void {
    this.#add(this.#text.charCodeAt(at), at, end)
    this.#used += REPEAT
    this.#until = end
  }

  #add(unit: number, start: number, end: number): void {
    this.units.push(unit)
    this.starts.push(start)
    this.ends.push(end)
    this.tricks.push(this.#used)
  }
}

/** How far a word reaches from a trick in it. */
const LONGEST = 16
/** Stands where a stretch is left out. */
const BREAK = 0

/** The next character that a trick follows, -1 if there is none. */
function nextTrick(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (!isUnspaced(unit)) continue
    const next = text.charCodeAt(at + 1)
    if (next !== unit && isUnspaced(next)) continue
    if (behindTrick(text, at) > at + 1 || isHoleAt(text, at + 1)) return at
  }
  return -1
}

/** Behind the gap or the repeats that follow a character; the next position if there are none. */
function behindTrick(text: string, at: number): number {
  let behind = at + 1
  const unit = text.charCodeAt(at)
  if (text.charCodeAt(behind) === unit) {
    while (text.charCodeAt(behind) === unit) behind += 1
    return behind - at >= 3 ? behind : at + 1
  }
  while (behind - at <= MAX_GAP && isGap(text.charCodeAt(behind)) && behind < text.length) behind += 1
  return isUnspaced(text.charCodeAt(behind)) || isHoleAt(text, behind) ? behind : at + 1
}

function isHoleAt(text: string, at: number): boolean {
  return signKind(text.charCodeAt(at)) === HOLE && isUnspaced(text.charCodeAt(at + 1))
}

/** Kana and kanji. */
export function isUnspaced(unit: number): boolean {
  return unit >= FIRST_UNSPACED && unit <= LAST_UNSPACED && unit !== MIDDLE_DOT
}
