import { GAP } from './token.ts'
import type { Role, Token } from './token.ts'

const LONGEST_ABBREVIATION = 3
const LONGEST_HOUSE = 8

/** Street words of all kinds. */
export function isStreet(role: Role): boolean {
  return role === 'street-after' || role === 'street-before' || role === 'street-maybe' || role === 'post-box'
}

/** Whether an address may go on from one word to the next. */
export function passes(before: Token, token: Token): boolean {
  if (token.gap <= GAP.line) return true
  if (token.gap === GAP.colon) return before.role === 'unit'
  return token.gap === GAP.dot && isAbbreviated(before, token)
}

/** A dot behind a short word or a street word ends no sentence. */
export function isAbbreviated(before: Token, token: Token): boolean {
  if (token.gap !== GAP.dot) return false
  return (
    isStreet(before.role) ||
    before.role === 'unit' ||
    (before.role === 'number' && token.role === 'unit') ||
    (before.role !== 'number' && lastPartLength(before.text) <= LONGEST_ABBREVIATION)
  )
}

/** Nothing but a blank or a line end before it. */
export function isTight(token: Token | undefined): boolean {
  return token !== undefined && (token.gap === GAP.blank || token.gap === GAP.line)
}

/** Can be a part of a name of a street or a town. */
export function isNameLike({ role, isCapital }: Token): boolean {
  return (
    role === 'name' ||
    (isCapital && role !== 'number' && role !== 'stop') ||
    role === 'street-maybe' ||
    role === 'street-after' ||
    role === 'street-before'
  )
}

/** Short enough for a house number. */
export function isHouse({ text }: Token): boolean {
  return text.length <= LONGEST_HOUSE
}

/** Of Frantschach-St the part behind the hyphen. */
function lastPartLength(text: string): number {
  return text.length - 1 - text.lastIndexOf('-')
}
