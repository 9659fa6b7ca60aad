import { isHouse, isNameLike, passes } from './joints.ts'
import type { Left } from './left.ts'
import { couldBeYear, postcodeAt } from './postcode.ts'
import type { Postcode, PostcodeShape } from './postcode.ts'
import { GAP } from './token.ts'
import type { Token } from './token.ts'

/** Words of a town's name. */
const MAX_TOWN_WORDS = 5
/** Words of a town that is told without a postcode. */
const MAX_BARE_TOWN_WORDS = 3
/** Commas and line ends between the street and the end. */
const MAX_PARTS = 7
/** Say that the house has no number. */
const NO_NUMBER: ReadonlySet<string> = new Set(['s/n', 'sn', 'snc', 's.n.c', 'sin numero'])
/** Small words that may end the name of a town: Novi ligure. */
const TAILS: ReadonlySet<string> = new Set(
  'ligure sardo veneto salentino friuli mare terme umbro calabro laziale emilia lombardo campano sannita romano lido'.split(
    ' ',
  ),
)

/** What was read of an address from the street on. */
export interface Reading {
  /** Its last word. */
  readonly end: number
  /** A name stands behind the street word. */
  readonly hasName: boolean
  readonly hasHouse: boolean
  readonly hasUnit: boolean
  readonly hasTown: boolean
  /** A comma or a line end stands between the street and the postcode, or the street and the town. */
  readonly hasParts: boolean
  readonly postcode: PostcodeShape | undefined
  /** The numbers may as well be a year, a count or a version. */
  readonly isVague: boolean
}

/** Reads an address to the right, as far as its words go. Looks at a bounded number of words. */
export function readRight(tokens: readonly Token[], left: Left): Reading {
  return new Reader(tokens, left).read()
}

class Reader {
  readonly #tokens: readonly Token[]
  readonly #anchor: number
  #at: number
  #end: number
  #parts = 0
  #words = 0
  #hasName = false
  #hasHouse: boolean
  #hasUnit = false
  #hasTown = false
  #isTownBefore = false
  #hasParts = false
  #postcode: PostcodeShape | undefined
  #isVague = false
  #houseLength = 0

  constructor(tokens: readonly Token[], { anchor, hasHouse }: Left) {
    this.#tokens = tokens
    this.#anchor = anchor
    this.#end = anchor
    this.#at = anchor + 1
    this.#hasHouse = hasHouse
  }

  read(): Reading {
    for (; this.#at < this.#tokens.length; this.#at += 1) if (!this.#take()) break
    return {
      end: this.#end,
      hasName: this.#hasName,
      hasHouse: this.#hasHouse,
      hasUnit: this.#hasUnit,
      hasTown: this.#hasTown,
      hasParts: this.#hasParts,
      postcode: this.#postcode,
      isVague: this.#isVague,
    }
  }

  /** Takes a word; false where the address ends before it. */
  #take(): boolean {
    const token = this.#tokens[this.#at]
    const before = this.#tokens[this.#at - 1]
    if (token === undefined || before === undefined || !passes(before, token)) return false
    if (token.gap === GAP.comma || token.gap === GAP.line) {
      this.#parts += 1
      this.#words = 0
      if (this.#parts > MAX_PARTS || (this.#hasTown && this.#postcode !== undefined && token.role !== 'country'))
        return false
    }
    if (token.role === 'number') return this.#takeNumber(token, before)
    if (token.role === 'unit') return this.#takeUnit(token, before)
    if (token.role === 'country') return this.#takeCountry()
    if (isNameLike(token)) return this.#takeName(before)
    return token.role === 'particle' && this.#takeParticle(token)
  }

  #takeNumber(token: Token, before: Token): boolean {
    if (this.#postcode !== undefined) {
      const isRest = token.gap === GAP.line && !this.#hasTown
      if (!isRest && (before.role !== 'unit' || !this.#hasTown)) return false
      this.#end = this.#at
      return true
    }
    const postcode = postcodeAt(this.#tokens, this.#at)
    if (postcode !== undefined && this.#isPostcode(postcode, token, before))
      return this.#takePostcode(postcode, token, before)
    if (this.#isBeforeMeasure()) return false
    if (!this.#hasHouse) this.#houseLength = token.text.length
    this.#hasHouse ||= isHouse(token)
    this.#end = this.#at
    return true
  }

  /** Four digits are a postcode only behind a house number and beside a town. */
  #isPostcode({ shape, words }: Postcode, token: Token, before: Token): boolean {
    if (shape !== 'short') return true
    const next = this.#tokens[this.#at + words]
    const hasTownBehind = next !== undefined && isNameLike(next) && (next.gap === GAP.blank || next.gap === GAP.line)
    const hasTownBefore = isNameLike(before) && token.gap === GAP.blank && this.#parts > 0
    return this.#hasHouse && (hasTownBehind || hasTownBefore)
  }

  #takePostcode({ shape, words }: Postcode, token: Token, before: Token): boolean {
    const isState = before.role === 'unit' && before.isCapital && token.gap === GAP.blank
    const isTownBefore = isNameLike(before) || before.role === 'country' || isState
    this.#isTownBefore = isTownBefore && this.#parts > 0 && token.gap === GAP.blank
    this.#hasTown = this.#isTownBefore || (isTownBefore && this.#parts > 1)
    this.#hasParts = this.#parts > 0
    this.#isVague = couldBeYear(token.text) || token.text.endsWith('000') || this.#houseLength === 1
    this.#at += words - 1
    this.#words = 0
    if (this.#isBeforeMeasure()) return false
    this.#postcode = shape
    this.#end = this.#at
    return true
  }

  #takeUnit(token: Token, before: Token): boolean {
    if (this.#hasTown && before.role === 'number') return false
    this.#hasUnit = true
    if (NO_NUMBER.has(token.text)) this.#hasHouse = true
    if (this.#hasHouse && !this.#hasTown) this.#end = this.#at
    return true
  }

  #takeCountry(): boolean {
    if (this.#postcode !== undefined) this.#hasTown = true
    if (this.#postcode !== undefined || this.#hasHouse) this.#end = this.#at
    return true
  }

  #takeName(before: Token): boolean {
    this.#words += 1
    if (this.#at === this.#anchor + 1 || !this.#hasHouse) this.#hasName = true
    if (this.#words > MAX_TOWN_WORDS) return false
    if (this.#postcode !== undefined) {
      if (this.#isTownBefore && before === this.#tokens[this.#end] && this.#words === 1) return false
      this.#hasTown = true
      this.#end = this.#at
    } else if (this.#hasHouse && this.#words <= MAX_BARE_TOWN_WORDS) {
      this.#hasName = true
      this.#end = this.#at
    }
    return true
  }

  #takeParticle(token: Token): boolean {
    if (token.gap !== GAP.blank && this.#postcode === undefined) return false
    const isTail = this.#hasTown && TAILS.has(token.text)
    if (isTail) this.#end = this.#at
    return isTail || this.#tokens[this.#at + 1]?.gap === GAP.blank
  }

  #isBeforeMeasure(): boolean {
    const next = this.#tokens[this.#at + 1]
    return next?.role === 'measure' && next.gap === GAP.blank
  }
}
