import { LETTER, MIXED, PLAIN, SMALL_WORD } from './numerals.ts'
import type { Numerals } from './numerals.ts'

/** Numerals with nothing but separators between them. */
export interface DigitRun {
  /** The first of its numerals, and the one behind the last. */
  readonly from: number
  readonly to: number
  /** In the folded text; takes in a `+` or `(` before the first digit. */
  readonly start: number
  readonly end: number
  /** The digits of all its numerals. */
  readonly digits: string
  readonly isInternational: boolean
}

/** The widest gap that still joins two numerals: enough for ` ... ` or `) - (`. */
const MAX_GAP = 5
/** `&nbsp;` and the like. */
const MAX_ENTITY = 8
/** Shorter runs are quantities and sizes. */
const FEWEST_DIGITS = 3

const BLANK = 1
const SEPARATOR = 2
const BREAK = 3
/** Signs of a list: they join single digits only. */
const LIST = 4
const GAPS = new Uint8Array(0x10000)
const KINDS: readonly (readonly [signs: string, kind: number])[] = [
  [' \t\r\u00a0\u3000', BLANK],
  ['.-_/\\()[]{}*~|·•・‧ー〜+\'"^', SEPARATOR],
  ['\n', BREAK],
  [',;:、', LIST],
]
for (const [signs, kind] of KINDS) for (const sign of signs) GAPS[sign.charCodeAt(0)] = kind

const PLUS = 43
const MINUS = 45
const OPENS = 40
const SPACE = 32
const PLUS_WORDS: readonly string[] = ['plus', 'piu', 'mas', 'mais', 'arti']

/** Joins numerals to runs. Shielded ones and letters end a run. Linear. */
export function digitRuns(text: string, numerals: Numerals, shield: Uint8Array): readonly DigitRun[] {
  const runs: DigitRun[] = []
  const { count, kinds, starts } = numerals
  let from = -1
  const close = (to: number): void => {
    const run = from < 0 ? undefined : runOf(text, numerals, from, to)
    if (run !== undefined) runs.push(run)
    from = -1
  }
  for (let at = 0; at < count; at += 1) {
    const isOut = kinds[at] === MIXED || numerals.digits[at] === '' || shield[starts[at] ?? 0] === 1
    const isLetterOut = kinds[at] === LETTER && !isBetweenSingles(text, numerals, at)
    if (isOut || isLetterOut) close(at)
    else if (from < 0) from = at
    else if (!joins(text, numerals, at)) {
      close(at)
      from = at
    }
  }
  close(count)
  return runs
}

/** A part of a run, as a run. */
export function partOf(text: string, numerals: Numerals, from: number, to: number): DigitRun {
  let digits = ''
  for (let at = from; at < to; at += 1) digits += numerals.digits[at] ?? ''
  const start = numerals.starts[from] ?? 0
  const before = behindSigns(text, start, digits.length)
  return { from, to, start: before.at, end: numerals.ends[to - 1] ?? start, digits, isInternational: before.isPlus }
}

/** How many digits each numeral of a run has, written one behind the other: `334`. */
export function shapeOf(numerals: Numerals, run: DigitRun): string {
  let shape = ''
  for (let at = run.from; at < run.to; at += 1) shape += String(numerals.digits[at]?.length ?? 0)
  return shape
}

/** Whether the gap before a numeral joins it to the one before. */
export function joins(text: string, numerals: Numerals, at: number): boolean {
  const from = numerals.ends[at - 1] ?? 0
  const to = numerals.starts[at] ?? 0
  if (to - from > MAX_ENTITY || fitsBadly(numerals, at - 1, at) || fitsBadly(numerals, at, at - 1)) return false
  let breaks = 0
  let isList = false
  for (let index = from; index < to; index += 1) {
    const kind = GAPS[text.charCodeAt(index)]
    if (kind === 0) return isBlankEntity(text, from, to)
    if (kind === BREAK) breaks += 1
    if (kind === LIST) isList = true
  }
  if (to - from > MAX_GAP || breaks > 1) return false
  return !isList || (isSingle(numerals, at - 1) && isSingle(numerals, at))
}

/** `een 06 12`: a small word beside a group of digits is no digit. */
function fitsBadly({ kinds, digits }: Numerals, small: number, other: number): boolean {
  return kinds[small] === SMALL_WORD && kinds[other] === PLAIN && (digits[other]?.length ?? 0) > 1
}

function isSingle({ digits }: Numerals, at: number): boolean {
  return digits[at]?.length === 1
}

function isBetweenSingles(text: string, numerals: Numerals, at: number): boolean {
  const isFirst = at === 0 || !isSingle(numerals, at - 1) || !joins(text, numerals, at)
  const isLast = at + 1 >= numerals.count || !isSingle(numerals, at + 1) || !joins(text, numerals, at + 1)
  return numerals.digits[at] === '0' ? !isFirst || !isLast : !isFirst && !isLast
}

function isBlankEntity(text: string, from: number, to: number): boolean {
  return text.startsWith('&nbsp;', from) && to - from <= MAX_ENTITY && text.charCodeAt(to - 1) !== 38
}

function runOf(text: string, numerals: Numerals, from: number, to: number): DigitRun | undefined {
  let count = 0
  for (let at = from; at < to; at += 1) count += numerals.digits[at]?.length ?? 0
  return count < FEWEST_DIGITS ? undefined : partOf(text, numerals, from, to)
}

/** The beginning of a number with the plus and brackets before it. */
function behindSigns(text: string, start: number, digits: number): { at: number; isPlus: boolean } {
  let at = start
  let isPlus = false
  for (let steps = 0; steps < MAX_GAP && at > 0; steps += 1) {
    const before = text.charCodeAt(at - 1)
    const second = text.charCodeAt(at - 2)
    if (before === PLUS) isPlus = true
    else if (before !== OPENS && !isJoint(before, second)) break
    at -= 1
  }
  return isPlus || digits < 8 ? { at, isPlus } : behindPlusWord(text, at)
}

function isJoint(before: number, second: number): boolean {
  return (
    ((before === SPACE || before === 95) && (second === PLUS || second === OPENS)) ||
    (before === MINUS && second === PLUS)
  )
}

function behindPlusWord(text: string, at: number): { at: number; isPlus: boolean } {
  if (at === 0 || GAPS[text.charCodeAt(at - 1)] === 0) return { at, isPlus: false }
  for (const word of PLUS_WORDS) {
    const start = at - 1 - word.length
    const unit = start > 0 ? text.charCodeAt(start - 1) : SPACE
    if (start >= 0 && text.startsWith(word, start) && !(unit >= 97 && unit <= 122)) return { at: start, isPlus: true }
  }
  return { at, isPlus: false }
}
