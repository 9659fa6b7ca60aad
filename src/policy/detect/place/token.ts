import type { Span } from '../../../model/finding.ts'
import { unfold } from '../fold/fold.ts'
import type { Scan } from '../scan.ts'
import { GREETINGS, MEASURES, PARTICLES, SMALL_UNITS, STREET_ENDINGS } from './small-words.ts'

/** What a word is to an address. */
export type Role =
  | 'name' // a word with a capital
  | 'word' // any other word
  | 'particle'
  | 'number' // has a digit: 12, 45b, 7/3, BT0
  | 'unit'
  | 'country'
  | 'measure'
  | 'street-after'
  | 'street-before'
  | 'street-maybe'
  | 'post-box'
  | 'stop' // never part of an address: a number of the trade, a decimal

/** What stands between a word and the one before it; the strongest sign counts. */
export const GAP = { blank: 0, comma: 1, line: 2, colon: 3, dot: 4, border: 5 } as const

/** 3.º, as folded. */
const FLOOR = /^\d{1,2}\.[oa]$/u
const LONGEST_NUMBER = 12
const LONGEST_ELISION = 5
const SHORTEST_ENDING = 3
const LONGEST_ENDING = 11

/** What is known of a word when it is found. */
export interface Found extends Span {
  readonly gap: number
  readonly hasDigit: boolean
  /** The role that a lexicon gives it. */
  readonly known: Role | undefined
  /** A number here is no number of the trade, whatever it looks like. */
  readonly isUnshielded: boolean
}

/** A word in a stretch of folded text. What it is, is worked out when asked: most words never are. */
export class Token implements Span {
  readonly start: number
  readonly end: number
  /** What stands before it, of `GAP`. */
  readonly gap: number
  readonly hasDigit: boolean
  readonly known: Role | undefined
  readonly #isUnshielded: boolean
  readonly #read: Scan
  #text: string | undefined
  #role: Role | undefined
  #isCapital: boolean | undefined

  constructor(read: Scan, { start, end, gap, hasDigit, known, isUnshielded }: Found) {
    this.start = start
    this.end = end
    this.gap = gap
    this.hasDigit = hasDigit
    this.known = known
    this.#isUnshielded = isUnshielded
    this.#read = read
  }

  /** Its letters, without the line end that may cut it. */
  get text(): string {
    return (this.#text ??= this.#read.folded.text.slice(this.start, this.end).replaceAll('\n', ''))
  }

  /** Begins with a capital, also behind an article: d'Orsel, dell'Orto. */
  get isCapital(): boolean {
    return (this.#isCapital ??= hasCapital(this.#read, this.start) || this.#hasCapitalBehindElision())
  }

  get role(): Role {
    return (this.#role ??= this.known ?? this.#workOutRole())
  }

  /** A street's name with the street word at its end: Bahnhofstraße. */
  get isCompound(): boolean {
    return this.known === undefined && this.role === 'street-after'
  }

  #workOutRole(): Role {
    const { text } = this
    if (this.hasDigit && FLOOR.test(text)) return 'unit'
    if (this.hasDigit) return this.#isHouseLike() ? 'number' : 'stop'
    if (GREETINGS.has(text)) return 'stop'
    if (SMALL_UNITS.has(text)) return 'unit'
    if (MEASURES.has(text)) return 'measure'
    if (endsAsStreet(text)) return 'street-after'
    if (this.isCapital) return 'name'
    if (PARTICLES.has(text)) return 'particle'
    return text.length < this.end - this.start ? 'unit' : 'word'
  }

  /** A house number or a postcode: no decimal, no time, nothing of the trade. */
  #isHouseLike(): boolean {
    const { shield } = this.#read
    const isShielded = shield[this.start] === 1 || shield[this.end - 1] === 1
    if (this.text.length > LONGEST_NUMBER || (isShielded && !this.#isUnshielded)) return false
    return !this.text.includes('.') && !this.text.includes(',')
  }

  #hasCapitalBehindElision(): boolean {
    const apostrophe = this.text.indexOf("'")
    return apostrophe > 0 && apostrophe <= LONGEST_ELISION && hasCapital(this.#read, this.start + apostrophe + 1)
  }
}

/** Whether the letter at a place of the folded text is a capital in the original. */
export function hasCapital({ folded, original }: Scan, at: number): boolean {
  const start = folded.offsets === undefined ? at : unfold(folded, { start: at, end: at + 1 }).start
  const unit = original.charCodeAt(start)
  if (unit < 0x80) return unit >= 65 && unit <= 90
  const letter = original.charAt(start)
  return letter !== letter.toLowerCase()
}

/** Whether a word ends in a word for a street and is longer. */
export function endsAsStreet(text: string): boolean {
  const longest = Math.min(LONGEST_ENDING, text.length - 1)
  for (let length = SHORTEST_ENDING; length <= longest; length += 1)
    if (STREET_ENDINGS.has(text.slice(-length))) return true
  return false
}
