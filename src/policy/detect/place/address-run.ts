import type { Span } from '../../../model/finding.ts'
import { isStreet } from './joints.ts'
import { leftOfPostcode, leftOfStreet } from './left.ts'
import type { Left } from './left.ts'
import { readRight } from './right.ts'
import type { Reading } from './right.ts'
import type { Token } from './token.ts'

/** What speaks for an address; the sum decides. */
const POINTS = {
  street: 2,
  perhapsStreet: 1,
  house: 1,
  besideStreet: 1,
  surePostcode: 3,
  postcode: 2,
  shortPostcode: 1,
  parts: 1,
  unit: 1,
  cue: 1,
} as const
const ENOUGH = 4
/** Box, PF, BP. */
const SHORT_POST_BOX = 3

/** Where words stand that announce an address. */
export interface Cues {
  /** Shortly before a position. */
  standBefore(start: number): boolean
  /** A word that ends here is one of them. */
  endAt(end: number): boolean
}

/**
 * The address around a word, if one is there: the word is a street word or a postcode. Looks at a bounded number of
 * words.
 */
export function addressAround(tokens: readonly Token[], anchor: number, cues: Cues): Span | undefined {
  const token = tokens[anchor]
  if (token === undefined) return undefined
  const left = isStreet(token.role) ? leftOfStreet(tokens, anchor) : leftOfPostcode(tokens, anchor)
  if (left === undefined) return undefined
  const reading = readRight(tokens, left)
  const first = tokens[firstOf(tokens, left, cues)]
  const last = tokens[reading.end]
  if (first === undefined || last === undefined) return undefined
  const points = pointsOf(token, left, reading) + (cues.standBefore(first.start) ? POINTS.cue : 0)
  return points >= ENOUGH ? { start: first.start, end: last.end } : undefined
}

/** A capital word that announces the address is no part of it: Kargoyu Çınar Sokak. */
function firstOf(tokens: readonly Token[], { first, anchor }: Left, cues: Cues): number {
  let at = first
  while (at < anchor && cues.endAt(tokens[at]?.end ?? 0)) at += 1
  return at
}

function pointsOf(token: Token, left: Left, reading: Reading): number {
  if (token.role === 'post-box') return postBoxPoints(token, reading)
  const street = isStreet(token.role)
  if (street && !left.hasName && !reading.hasName) return 0
  if (token.role === 'street-maybe' && !reading.hasHouse) return 0
  let points = postcodePoints(reading, street)
  if (street) points += token.role === 'street-maybe' ? POINTS.perhapsStreet : POINTS.street
  if (reading.hasHouse) points += POINTS.house
  if (reading.hasHouse && reading.hasUnit) points += POINTS.unit
  if (reading.hasHouse && token.isCapital && (token.isCompound || left.hasHouse)) points += POINTS.besideStreet
  return points
}

/** A short word for it may be any box: it needs a capital, and a postcode or words that announce an address. */
function postBoxPoints({ text, isCapital }: Token, reading: Reading): number {
  if (!reading.hasHouse && reading.postcode === undefined) return 0
  if (text.length > SHORT_POST_BOX) return ENOUGH
  return isCapital ? POINTS.street + POINTS.house + postcodePoints(reading, true) : 0
}

/** A postcode counts with its town only, unless its shape is sure; less if the numbers may count goods. */
function postcodePoints({ postcode, hasTown, hasParts, isVague }: Reading, isBehindStreet: boolean): number {
  if (postcode === undefined) return 0
  if (postcode === 'sure') return POINTS.surePostcode
  if (!hasTown) return 0
  const parts = hasParts && (isBehindStreet || !isVague) ? POINTS.parts : 0
  return parts + (postcode === 'digits' ? POINTS.postcode : POINTS.shortPostcode)
}
