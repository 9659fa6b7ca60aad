import { isAbbreviated, isHouse, isNameLike, isTight, passes } from './joints.ts'
import { couldBeYear } from './postcode.ts'
import { INNER_PARTICLES } from './small-words.ts'
import { GAP } from './token.ts'
import type { Token } from './token.ts'

/** Words that may be joined to a street's name on its left. */
const MAX_NAMES = 4
/** Words between a postcode and the house number before it. */
const MAX_WORDS = 14
const LONGEST_HOUSE = 7

/** Where an address begins, and what is known of it from its left side. */
export interface Left {
  /** First word of the address. */
  readonly first: number
  /** First word of the street with its house number. */
  readonly from: number
  /** From here on the right is read. */
  readonly anchor: number
  readonly hasHouse: boolean
  readonly hasName: boolean
}

/** Left of a street word: its name, the house number, parts of the house. */
export function leftOfStreet(tokens: readonly Token[], anchor: number): Left | undefined {
  const token = tokens[anchor]
  if (token === undefined) return undefined
  let from = anchor
  let hasHouse = false
  if (isNumberBefore(tokens, anchor)) {
    from = tokens[anchor - 1]?.role === 'number' ? anchor - 1 : anchor - 2
    hasHouse = true
  } else if (token.role === 'street-after' || token.role === 'street-maybe') {
    from = namesLeft(tokens, anchor)
    if (from < anchor && isNumberBefore(tokens, from)) {
      from -= tokens[from - 1]?.role === 'number' ? 1 : 2
      hasHouse = true
    }
  }
  const names = tokens.slice(from, anchor).some((name) => name.isCapital && isNameLike(name))
  return { first: unitsLeft(tokens, from), from, anchor, hasHouse, hasName: token.isCompound || names }
}

/** A postcode without a street word: house number and names stand before it, in either order, behind a comma or line end. */
export function leftOfPostcode(tokens: readonly Token[], anchor: number): Left | undefined {
  const place: Place = { first: -1, house: -1, names: 0 }
  for (let at = anchor - 1; at >= 0 && anchor - at <= MAX_WORDS; at -= 1) if (!takeLeft(tokens, at, place)) break
  const { first, house } = place
  const isNumberFirst = first === house
  if (house < 0 || (isNumberFirst && !hasNameBetween(tokens, house, anchor))) return undefined
  return {
    first: unitsLeft(tokens, first),
    from: first,
    anchor: isNumberFirst ? first : house - 1,
    hasHouse: isNumberFirst,
    hasName: true,
  }
}

/** What was read of a place to the left of its postcode. */
interface Place {
  first: number
  house: number
  names: number
}

/** Takes a word to the left; false where the address begins behind it. */
function takeLeft(tokens: readonly Token[], at: number, place: Place): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  if (token === undefined || next === undefined || !passes(token, next)) return false
  if (token.role === 'number') {
    if (couldBeYear(token.text) || token.text.length > LONGEST_HOUSE) return false
    place.house = at
    place.first = at
    place.names = 0
    return true
  }
  if (isNameLike(token)) return takeNameLeft(token, next, at, place)
  if (token.role === 'particle') return place.house < 0 || INNER_PARTICLES.has(token.text)
  return token.role === 'unit'
}

/** Left of the house number stands the street alone, without a comma. */
function takeNameLeft(token: Token, next: Token, at: number, place: Place): boolean {
  place.names = isTight(next) ? place.names + 1 : 1
  if (place.names > MAX_NAMES) return false
  if (place.house >= 0 && !isTight(next) && !isAbbreviated(token, next)) return false
  place.first = at
  return true
}

function hasNameBetween(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens[from + 1]?.role !== 'measure' && tokens.slice(from + 1, to).some(({ role }) => role === 'name')
}

/** House number left of a street: 12 rue, 12 bis, rue. */
function isNumberBefore(tokens: readonly Token[], anchor: number): boolean {
  const gap = tokens[anchor]?.gap ?? GAP.border
  if (gap > GAP.line || (gap === GAP.comma && tokens[anchor]?.role !== 'street-before')) return false
  const before = tokens[anchor - 1]
  if (before?.role === 'number') return isHouse(before)
  const twoBefore = tokens[anchor - 2]
  return before?.role === 'unit' && before.gap === GAP.blank && twoBefore?.role === 'number' && isHouse(twoBefore)
}

/** First word of the name that ends in a street word. */
function namesLeft(tokens: readonly Token[], anchor: number): number {
  let from = anchor
  for (let at = anchor - 1; at >= 0 && anchor - at <= MAX_NAMES; at -= 1) {
    const token = tokens[at]
    const next = tokens[at + 1]
    if (token === undefined || next === undefined || (!isTight(next) && !isAbbreviated(token, next))) break
    if (isNameLike(token) || isOrdinal(token)) from = at
    else if (!INNER_PARTICLES.has(token.text)) break
  }
  return dutchParticles(tokens, from)
}

const ORDINAL = /^\d{1,3}(?:st|nd|rd|th)$/u

/** 4th Street: a number that is the street's name. */
function isOrdinal({ role, text }: Token): boolean {
  return role === 'number' && ORDINAL.test(text)
}

const DUTCH = new Set(['van', 'de', 'der', 'den', 'het', 'ter', 'ten', 't'])

/** Small words that begin a Dutch street: van der Veldenweg. */
function dutchParticles(tokens: readonly Token[], from: number): number {
  let at = from
  while (tokens[at]?.gap === GAP.blank && DUTCH.has(tokens[at - 1]?.text ?? '')) at -= 1
  return tokens[at]?.text === 'der' ? from : at
}

/** Parts of a house before the street: Flat 3, 12 Oak Street. */
function unitsLeft(tokens: readonly Token[], from: number): number {
  let first = from
  for (let part = 0; part < 2; part += 1) {
    let at = first - 1
    let hasUnit = false
    if ((tokens[first]?.gap ?? GAP.border) > GAP.line) return first
    for (; at >= 0 && first - at <= MAX_NAMES; at -= 1) {
      const role = tokens[at]?.role
      if (role === 'unit') hasUnit = true
      else if (role !== 'number' && role !== 'name' && role !== 'street-maybe') break
      if (tokens[at]?.gap !== GAP.blank) {
        at -= 1
        break
      }
    }
    if (!hasUnit) return first
    first = at + 1
  }
  return first
}
