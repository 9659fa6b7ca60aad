import type { Span } from '../../../model/finding.ts'
import { ATOMS, atomId } from '../atom/atoms.ts'
import type { AtomHits } from '../atom/find-atoms.ts'
import type { Scan } from '../scan.ts'
import { endsAsStreet } from './token.ts'

/** How far from a number its address may reach, in units. */
const REACH = 90
/** How far from its number the street word of a name stands at most. */
const STREET_REACH = 56
/** How far before a postcode the house number stands at most. */
const HOUSE_REACH = 80
/** The longest word that is tried for a street in one word. */
const LONGEST_WORD = 40
const LONGEST_CODE = 7
const LINE = 10
const DASH = 45
const BLANK = 32
/** 1 by atom for street words. */
const STREETS = new Uint8Array(ATOMS.length)
for (const name of ['streetAfter', 'streetBefore', 'streetMaybe', 'postBox']) STREETS[atomId(name)] = 1

/**
 * The stretches of text that are worth reading word by word: around a number that stands near a street word, or that
 * has the shape of a postcode and a number before it. In order, without overlap.
 */
export function stretchesOf({ folded: { text }, atoms, shield }: Scan): readonly Span[] {
  const stretches: Stretch[] = []
  const isNearStreet = streetReader(atoms)
  let lastNumber = -HOUSE_REACH
  for (let at = 0; at < text.length; at += 1) {
    if (!isDigit(text, at)) continue
    const start = at
    while (isDigit(text, at + 1)) at += 1
    const end = at + 1
    const isShielded = shield[start] === 1
    if (isShielded && text.charCodeAt(start - 1) !== BLANK) continue
    const isPostcode = start - lastNumber <= HOUSE_REACH && isPostcodeLike(text, start, end)
    if (!isShielded) lastNumber = end
    if (isPostcode || isNearStreet(start, end) || isBehindStreetName(text, start)) widen(stretches, text, start, end)
  }
  return stretches
}

interface Stretch {
  readonly start: number
  end: number
}

/** Adds what is around a number, or lengthens the last stretch to it. */
function widen(stretches: Stretch[], text: string, start: number, end: number): void {
  const last = stretches.at(-1)
  const reach = Math.min(text.length, end + REACH)
  if (last !== undefined && start - REACH <= last.end) last.end = reach
  else stretches.push({ start: wordStart(text, Math.max(0, start - REACH)), end: reach })
}

/** Whether a street word stands near a number; numbers must be asked for in order. */
function streetReader(atoms: AtomHits): (start: number, end: number) => boolean {
  const streets = streetStarts(atoms)
  let street = 0
  return (start, end) => {
    while (street < streets.length && (streets[street] ?? 0) < start - STREET_REACH) street += 1
    return street < streets.length && (streets[street] ?? 0) <= end + STREET_REACH
  }
}

function streetStarts(atoms: AtomHits): readonly number[] {
  const starts: number[] = []
  for (let hit = 0; hit < atoms.count; hit += 1)
    if (STREETS[atoms.atoms[hit] ?? 0] === 1) starts.push(atoms.starts[hit] ?? 0)
  return starts
}

/** Four digits to six; fewer with letters at them, a dash or a gap with more digits behind. */
function isPostcodeLike(text: string, start: number, end: number): boolean {
  const length = end - start
  if (length > 6) return false
  if (length >= 4) return true
  if (length <= 3 && (isLetter(text, start - 1) || isLetter(text, end))) return isShortWord(text, start, end)
  const next = text.charCodeAt(end)
  return (next === DASH || next === BLANK || next === LINE) && isDigit(text, end + 1)
}

/** BT0, 5IZ, 1015CJ: no longer word has the shape of a postcode. */
function isShortWord(text: string, start: number, end: number): boolean {
  const from = wordStart(text, start)
  let to = end
  while (to - from <= LONGEST_CODE && isLetter(text, to)) to += 1
  return start - from <= 2 && to - from <= LONGEST_CODE
}

/** Bahnhofstraße 5: the word right before the number is a street. */
function isBehindStreetName(text: string, start: number): boolean {
  let end = start
  while (end > 0 && !isLetter(text, end - 1) && start - end < 3) end -= 1
  if (end === start || !isLetter(text, end - 1)) return false
  let from = end
  while (end - from < LONGEST_WORD && isLetter(text, from - 1)) from -= 1
  return endsAsStreet(text.slice(from, end))
}

function wordStart(text: string, at: number): number {
  let start = at
  while (at - start < LONGEST_WORD && isLetter(text, start - 1)) start -= 1
  return start
}

function isDigit(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 48 && unit <= 57
}

function isLetter(text: string, at: number): boolean {
  const unit = text.charCodeAt(at)
  return unit >= 97 && unit <= 122
}
