import type { Span } from '../../../model/finding.ts'
import { atomId } from '../atom/atoms.ts'
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

/** A word in a stretch of folded text. */
export interface Token extends Span {
  readonly text: string
  readonly role: Role
  /** What stands before it, of `GAP`. */
  readonly gap: number
  readonly isCapital: boolean
  /** A street's name with the street word at its end: Bahnhofstraße. */
  readonly isCompound: boolean
}

const ROLE_OF_ATOM: ReadonlyMap<number, Role> = new Map([
  [atomId('streetAfter'), 'street-after'],
  [atomId('streetBefore'), 'street-before'],
  [atomId('streetMaybe'), 'street-maybe'],
  [atomId('postBox'), 'post-box'],
  [atomId('unitWord'), 'unit'],
  [atomId('countryWord'), 'country'],
])

const LINE = 10
const BLANK = 32
const LONGEST_NUMBER = 12
/** Spanish for a house without a number; elsewhere it announces a serial number, which is shielded. */
const NO_NUMBER = 's/n'
const LONGEST_ELISION = 5
const SHORTEST_ENDING = 3
const LONGEST_ENDING = 11

/** Where the words of a stretch begin among the hits, so that the next stretch need not look again. */
export interface HitCursor {
  hit: number
}

/** Reads a stretch of the folded text into words. `cursor` moves on; stretches must come in order. */
export function tokensOf(read: Scan, stretch: Span, cursor: HitCursor): readonly Token[] {
  const { text } = read.folded
  const tokens: Token[] = []
  let gap: number = GAP.border
  for (let at = stretch.start; at < stretch.end;) {
    if (!isPartOfWord(text.charCodeAt(at))) {
      gap = joinedGap(gap, gapOf(text, at))
      at += 1
      continue
    }
    const span = { start: at, end: wordEnd(read, at, stretch.end) }
    const isBehindNoNumber = tokens.at(-1)?.text === NO_NUMBER
    tokens.push(tokenOf(read, span, { gap, known: roleOfHit(read, span, cursor), isBehindNoNumber }))
    at = Math.max(span.end, tokens.at(-1)?.end ?? 0)
    gap = GAP.blank
  }
  return tokens
}

interface Around {
  readonly gap: number
  readonly known: Known | undefined
  readonly isBehindNoNumber: boolean
}

interface Known extends Span {
  readonly role: Role
}

function tokenOf(read: Scan, span: Span, { gap, known, isBehindNoNumber }: Around): Token {
  const end = known === undefined ? span.end : Math.max(known.end, span.end)
  const written = read.folded.text.slice(span.start, end)
  const isCut = written.includes('\n')
  const text = isCut ? written.replaceAll('\n', '') : written
  const isCapital = hasCapital(read, span.start) || hasCapitalBehindElision(read, span.start, text)
  const role = known?.role ?? roleOf(read, { start: span.start, end, text, isCapital, isCut, isBehindNoNumber })
  return {
    start: span.start,
    end,
    text,
    gap,
    isCapital,
    role,
    isCompound: role === 'street-after' && known === undefined,
  }
}

interface Word extends Span {
  readonly text: string
  readonly isCapital: boolean
  readonly isCut: boolean
  readonly isBehindNoNumber: boolean
}

function roleOf(read: Scan, word: Word): Role {
  const { text, isCapital, isCut } = word
  if (hasDigit(text)) return isHouseLike(read, word) ? 'number' : 'stop'
  if (GREETINGS.has(text)) return 'stop'
  if (SMALL_UNITS.has(text)) return 'unit'
  if (MEASURES.has(text)) return 'measure'
  if (endsAsStreet(text)) return 'street-after'
  if (PARTICLES.has(text) && !isCapital) return 'particle'
  if (isCapital) return 'name'
  return isCut ? 'unit' : 'word'
}

/** The hit that begins with this word and reaches furthest. */
function roleOfHit({ atoms }: Scan, span: Span, cursor: HitCursor): Known | undefined {
  const { count, starts, ends, atoms: ids } = atoms
  while (cursor.hit < count && (starts[cursor.hit] ?? 0) < span.start) cursor.hit += 1
  let known: Known | undefined
  for (let hit = cursor.hit; hit < count && starts[hit] === span.start; hit += 1) {
    const role = ROLE_OF_ATOM.get(ids[hit] ?? 0)
    const end = ends[hit] ?? 0
    if (role === undefined || end < span.end - 1 || (known !== undefined && end <= known.end)) continue
    known = { start: span.start, end, role }
  }
  return known
}

function hasCapital(read: Scan, at: number): boolean {
  const { start } = unfold(read.folded, { start: at, end: at + 1 })
  const letter = read.original.charAt(start)
  return letter !== letter.toLowerCase()
}

/** d'Orsel, dell'Orto: the capital stands behind the apostrophe. */
function hasCapitalBehindElision(read: Scan, start: number, text: string): boolean {
  const apostrophe = text.indexOf("'")
  return apostrophe > 0 && apostrophe <= LONGEST_ELISION && hasCapital(read, start + apostrophe + 1)
}

/** Letters of every alphabet and digits; not the scripts without spaces, which have an address grammar of their own. */
function isPartOfWord(unit: number): boolean {
  if (unit < 0x80) return (unit >= 97 && unit <= 122) || isDigit(unit)
  return unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function hasDigit(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) if (isDigit(text.charCodeAt(at))) return true
  return false
}

/** A word goes on over a single sign that joins (7/3, Saint-Denis, d'Orsel, 1.5) and over a line end inside a word. */
function wordEnd(read: Scan, start: number, limit: number): number {
  const { text } = read.folded
  let at = start
  for (;;) {
    while (at < limit && isPartOfWord(text.charCodeAt(at))) at += 1
    if (at + 1 >= limit || !joins(read, at)) return at
    at += 1
  }
}

function joins(read: Scan, at: number): boolean {
  const { text } = read.folded
  const isBetweenDigits = isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
  if (!isPartOfWord(text.charCodeAt(at + 1))) return false
  const sign = text.charAt(at)
  if (sign === '-' || sign === '/' || sign === "'") return true
  if (sign === '.' || sign === ',') return isBetweenDigits && !isPostcodeNext(text, at + 1)
  if (sign !== '\n') return false
  return isBetweenDigits ? !isPostcodeNext(text, at + 1) : isCutWord(read, at)
}

/** A line end inside a word stands between letters, the second a small one. */
function isCutWord(read: Scan, at: number): boolean {
  const { text } = read.folded
  return !isDigit(text.charCodeAt(at - 1)) && !isDigit(text.charCodeAt(at + 1)) && !hasCapital(read, at + 1)
}

/** Four digits or more behind a comma are no decimals. */
function isPostcodeNext(text: string, at: number): boolean {
  let end = at
  while (end < at + 4 && isDigit(text.charCodeAt(end))) end += 1
  return end - at >= 4
}

/** The stronger of two signs; but a dot before a comma only shortened the word: `Izda., 12810`. */
function joinedGap(gap: number, next: number): number {
  return gap === GAP.dot && next === GAP.comma ? next : Math.max(gap, next)
}

function gapOf(text: string, at: number): number {
  switch (text.charAt(at)) {
    case ' ':
    case '\t':
    case '\u00a0':
    case '-':
    case '#':
    case '°':
    case "'":
    case '(':
    case ')':
      return GAP.blank
    case ',':
    case '/':
    case '|':
      return GAP.comma
    case '\n':
    case '\r':
      return gapOfLine(text, at)
    case ':':
      return GAP.colon
    case '.':
      return GAP.dot
    default:
      return GAP.border
  }
}

/** An empty line ends an address. A line end beside a blank broke a long line and says no more than the blank. */
function gapOfLine(text: string, at: number): number {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (after === LINE) return GAP.border
  return before === BLANK || after === BLANK ? GAP.blank : GAP.line
}

/** A house number or a postcode: no decimal, no time, nothing of the trade. */
function isHouseLike({ shield }: Scan, { start, end, text, isBehindNoNumber }: Word): boolean {
  const isShielded = shield[start] === 1 || shield[end - 1] === 1
  if (text.length > LONGEST_NUMBER || (isShielded && !isBehindNoNumber)) return false
  return !text.includes('.') && !text.includes(',')
}

function endsAsStreet(text: string): boolean {
  const longest = Math.min(LONGEST_ENDING, text.length - 1)
  for (let length = SHORTEST_ENDING; length <= longest; length += 1)
    if (STREET_ENDINGS.has(text.slice(-length))) return true
  return false
}
