import type { Span } from '../../../model/finding.ts'
import { CUT, DIGIT, GAP, HOLE, LETTER, NOTHING, signKind } from './letter-signs.ts'

/** Letters and signs without a gap. */
export interface Chunk extends Span {
  readonly letters: number
  readonly digits: number
  readonly holes: number
  readonly hasRepeat: boolean
}

/** The letters and signs from a position to the next gap. */
export function chunkAt(text: string, start: number): Chunk {
  let letters = 0
  let digits = 0
  let holes = 0
  let repeats = 0
  let hasRepeat = false
  let at = start
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const kind = signKind(unit)
    if (kind === NOTHING || kind >= GAP) break
    if (kind === LETTER) letters += 1
    else if (kind === DIGIT) digits += 1
    else if (kind === HOLE) holes += 1
    repeats = at > start && unit === text.charCodeAt(at - 1) ? repeats + 1 : 0
    if (repeats === 2 && kind === LETTER) hasRepeat = true
  }
  return { start, end: at, letters, digits, holes, hasRepeat }
}

export function isCut(unit: number): boolean {
  return signKind(unit) === CUT
}

/** A letter or a sign for one. */
export function isPart(unit: number): boolean {
  const kind = signKind(unit)
  return kind > NOTHING && kind < GAP
}

/** Marks around a word are no part of it: `*word*`, `word!`, `#word`. Holes at the end stand for letters: `sh**`. */
export function withoutEdges(text: string, { start, end }: Span): Span {
  const isLeading = (unit: number): boolean => signKind(unit) === HOLE || unit === 33 || unit === 43 || unit === 124
  const isTrailing = (unit: number): boolean => unit === 33 || unit === 63 || unit === 43 || unit === 124 || unit === 38
  let from = start
  let to = end
  while (from < to && isLeading(text.charCodeAt(from))) from += 1
  while (to > from && isTrailing(text.charCodeAt(to - 1))) to -= 1
  if (from > start) while (to > from && signKind(text.charCodeAt(to - 1)) === HOLE) to -= 1
  return { start: from, end: to }
}

/** One hole between each two letters: `f*u*c*k`. */
export function isAlternating(text: string, start: number, end: number): boolean {
  if (end - start < 5 || (end - start) % 2 === 0) return false
  const sign = text.charCodeAt(start + 1)
  if (signKind(sign) !== HOLE) return false
  for (let at = start; at < end; at += 2) {
    if (signKind(text.charCodeAt(at)) !== LETTER) return false
    if (at + 1 < end && text.charCodeAt(at + 1) !== sign) return false
  }
  return true
}

export function lettersIn(text: string, { start, end }: Span): number {
  let letters = 0
  for (let at = start; at < end; at += 1) if (signKind(text.charCodeAt(at)) === LETTER) letters += 1
  return letters
}

export function runLength(text: string, from: number, end: number): number {
  const unit = text.charCodeAt(from)
  let at = from + 1
  while (at < end && text.charCodeAt(at) === unit) at += 1
  return at - from
}
