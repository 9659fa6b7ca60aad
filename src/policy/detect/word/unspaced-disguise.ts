import type { Span } from '../../../model/finding.ts'
import type { HiddenWord, HiddenWords } from './hidden-words.ts'
import { GAP, HOLE, signKind } from './letter-signs.ts'

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
const FEWEST_WITH_HOLE = 3
const FEWEST_CUT = 4

/**
 * Finds words of a script without spaces behind separators between characters, one hole, or a character written three
 * times or more. Reads a text only if one of these stands in it; linear.
 */
export function findUnspacedDisguises(
  text: string,
  words: () => HiddenWords,
  accept: (span: Span, hidden: HiddenWord) => boolean,
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
  accept: (span: Span, hidden: HiddenWord) => boolean,
): Span | undefined {
  for (const hidden of words) {
    if (!stands(compact, from, hidden.word)) continue
    const span = { start: compact.starts[from] ?? 0, end: compact.ends[from + hidden.word.length - 1] ?? 0 }
    if (accept(span, hidden)) return span
  }
  return undefined
}

/** Whether a word stands there by a trick; without one the lexicon has found it. */
function stands({ units, tricks }: Compact, from: number, word: string): boolean {
  const last = from + word.length - 1
  if (last >= units.length) return false
  let holes = 0
  for (let at = 0; at < word.length; at += 1) {
    const unit = units[from + at] ?? 0
    if (unit === word.charCodeAt(at)) continue
    if (signKind(unit) !== HOLE || at === word.length - 1) return false
    holes += 1
  }
  if (holes > 0) return holes === 1 && word.length >= FEWEST_WITH_HOLE
  const used = (tricks[last] ?? 0) - (tricks[from] ?? 0)
  return used >= word.length - 1 || (used > 0 && word.length >= FEWEST_CUT) || used >= REPEAT
}

/** A repeat weighs as much as separators between all characters. */
const REPEAT = 100

function compacted(text: string): Compact | undefined {
  let isTricky = false
  for (let at = 1; at + 1 < text.length && !isTricky; at += 1) isTricky = isTrick(text, at)
  if (!isTricky) return undefined
  const units: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const tricks: number[] = []
  let used = 0
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (signKind(unit) === GAP && isTrick(text, at)) {
      used += 1
      continue
    }
    const run = isUnspaced(unit) ? runLength(text, at) : 1
    units.push(unit)
    starts.push(at)
    tricks.push(used)
    if (run >= 3) {
      used += REPEAT
      at += run - 1
    }
    ends.push(at + 1)
  }
  return { units, starts, ends, tricks }
}

/** A sign between two characters, or the middle one of three that are the same. */
function isTrick(text: string, at: number): boolean {
  const before = text.charCodeAt(at - 1)
  const behind = text.charCodeAt(at + 1)
  if (!isUnspaced(before) || !isUnspaced(behind)) return false
  const unit = text.charCodeAt(at)
  const kind = signKind(unit)
  return kind === GAP || kind === HOLE || (unit === before && unit === behind)
}

/** Kana and kanji. */
function isUnspaced(unit: number): boolean {
  return unit >= FIRST_UNSPACED && unit <= LAST_UNSPACED && signKind(unit) !== GAP
}

function runLength(text: string, from: number): number {
  const unit = text.charCodeAt(from)
  let at = from + 1
  while (at < text.length && text.charCodeAt(at) === unit) at += 1
  return at - from
}
