import type { Span } from '../../../model/finding.ts'
import { atomId } from '../atom/atoms.ts'
import type { Scan } from '../scan.ts'
import { GAP, hasCapital, Token } from './token.ts'
import type { Role } from './token.ts'

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
/** Spanish for a house without a number; elsewhere it announces a serial number, which is shielded. */
const NO_NUMBER = 's/n'

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
    const word = { start: at, end: wordEnd(read, at, stretch.end) }
    const hit = longestHit(read, word, cursor)
    const end = Math.max(word.end, hit?.end ?? 0)
    const isUnshielded = at > NO_NUMBER.length && text.startsWith(NO_NUMBER, tokens.at(-1)?.start)
    tokens.push(
      new Token(read, { start: at, end, gap, hasDigit: hasDigit(text, at, end), known: hit?.role, isUnshielded }),
    )
    at = end
    gap = GAP.blank
  }
  return tokens
}

interface Known {
  readonly role: Role
  readonly end: number
}

/** The hit that begins with this word and reaches furthest. */
function longestHit({ atoms }: Scan, span: Span, cursor: HitCursor): Known | undefined {
  const { count, starts, ends, atoms: ids } = atoms
  while (cursor.hit < count && (starts[cursor.hit] ?? 0) < span.start) cursor.hit += 1
  let known: Known | undefined
  for (let hit = cursor.hit; hit < count && starts[hit] === span.start; hit += 1) {
    const role = ROLE_OF_ATOM.get(ids[hit] ?? 0)
    const end = ends[hit] ?? 0
    if (role === undefined || end < span.end - 1 || (known !== undefined && end <= known.end)) continue
    known = { end, role }
  }
  return known
}

/** Letters of every alphabet and digits; not the scripts without spaces, which have an address grammar of their own. */
function isPartOfWord(unit: number): boolean {
  if (unit < 0x80) return (unit >= 97 && unit <= 122) || isDigit(unit)
  return unit >= 0xc0 && unit < 0x2000 && unit !== 0xd7 && unit !== 0xf7
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57
}

function hasDigit(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at += 1) if (isDigit(text.charCodeAt(at))) return true
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
  if (sign === '.' && isOrdinal(text, at)) return true
  if (sign === '.' || sign === ',') return isBetweenDigits && !isPostcodeNext(text, at + 1)
  if (sign !== '\n') return false
  return isBetweenDigits ? !isPostcodeNext(text, at + 1) : isCutWord(read, at)
}

/** 3.º and 2.ª, as floors are written in Spanish and Portuguese. */
function isOrdinal(text: string, dot: number): boolean {
  const sign = text.charAt(dot + 1)
  return (sign === 'o' || sign === 'a') && isDigit(text.charCodeAt(dot - 1)) && !isPartOfWord(text.charCodeAt(dot + 2))
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

const GAP_OF_SIGN: ReadonlyMap<string, number> = new Map([
  ...Array.from(" \t\u00a0-#°'()", (sign) => [sign, GAP.blank] as const),
  ...Array.from(',/|', (sign) => [sign, GAP.comma] as const),
  [':', GAP.colon],
  ['.', GAP.dot],
])

function gapOf(text: string, at: number): number {
  const sign = text.charAt(at)
  if (sign === ' ') return GAP.blank
  return sign === '\n' || sign === '\r' ? gapOfLine(text, at) : (GAP_OF_SIGN.get(sign) ?? GAP.border)
}

/** An empty line ends an address. A line end beside a blank broke a long line and says no more than the blank. */
function gapOfLine(text: string, at: number): number {
  const before = text.charCodeAt(at - 1)
  const after = text.charCodeAt(at + 1)
  if (after === LINE) return GAP.border
  return before === BLANK || after === BLANK ? GAP.blank : GAP.line
}
