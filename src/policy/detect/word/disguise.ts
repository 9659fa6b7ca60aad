import type { Span } from '../../../model/finding.ts'
import { chunkAt, isAlternating, isCut, isPart, lettersIn, runLength, withoutEdges } from './chunk.ts'
import type { Chunk } from './chunk.ts'
import { NOWHERE } from './disguised.ts'
import type { Disguised } from './disguised.ts'
import type { HiddenWords } from './hidden-words.ts'
import { isSpelled, spelled } from './spelled.ts'
import { LetterPattern, MAX_LETTERS } from './letter-pattern.ts'
import { isUnspaced } from './unspaced-disguise.ts'
import {
  ANY_LETTER,
  CUT,
  DIGIT,
  GAP,
  hasNoVowel,
  HOLE,
  isGap,
  LETTER,
  lettersOf,
  NOTHING,
  signKind,
} from './letter-signs.ts'

const NEWLINE = 10
const SMALL_A = 97
const SMALL_Z = 122
const FEWEST_APART = 3
/** Widest gap between letters apart. */
const MAX_GAP = 3
/** A single letter of a word that is no word by itself in a covered language. */
const LONELY = 'bcdfghjklmnpqrtvx'
const FEWEST_CUT = 4
/** A word so long is cut by chance in no two words. */
const FEWEST_CUT_ANYWHERE = 6
/** No text that a person wrote has so many disguises; what comes after them is left unread, for the time it takes. */
const MOST_LOOKUPS = 4_000

/** Finds words behind leetspeak, holes, gaps, repeats and cuts. Works where a text has such signs only; linear. */
export class DisguiseReader {
  readonly #text: string
  readonly #words: () => HiddenWords
  readonly #accept: (disguised: Disguised) => boolean
  readonly #found: Span[] = []
  readonly #pattern = new LetterPattern()
  /** Single letters apart that were seen last, from `#apart` on. */
  #apart: Chunk[] = []
  #before: Chunk | undefined
  #hasUnspaced = false
  #lookups = 0

  constructor(text: string, words: () => HiddenWords, accept: (disguised: Disguised) => boolean) {
    this.#text = text
    this.#words = words
    this.#accept = accept
  }

  read(): readonly Span[] {
    const text = this.#text
    for (let at = 0; at < text.length;) {
      const unit = text.charCodeAt(at)
      const kind = signKind(unit)
      if (kind === LETTER) at = this.#readLetters(at)
      else if (kind >= GAP) at += 1
      else if (kind !== NOTHING) at = this.#readChunk(at)
      else {
        this.#hasUnspaced ||= isUnspaced(unit)
        at += 1
      }
    }
    this.#endApart()
    return this.#found
  }

  /** Whether the text has a script without spaces; known once it is read. */
  get hasUnspaced(): boolean {
    return this.#hasUnspaced
  }

  /** Most chunks are plain words between blanks: passed over, nothing is kept of them. */
  #readLetters(start: number): number {
    const text = this.#text
    let before = 0
    let last = text.charCodeAt(start)
    let at = start + 1
    let unit = text.charCodeAt(at)
    for (; unit >= SMALL_A && unit <= SMALL_Z; unit = text.charCodeAt(at)) {
      if (unit === last && unit === before) return this.#readChunk(start)
      before = last
      last = unit
      at += 1
    }
    const kind = signKind(unit)
    if (kind !== GAP && kind !== NOTHING) return this.#readChunk(start)
    if (signKind(text.charCodeAt(start - 1)) === CUT) return this.#readChunk(start)
    const length = at - start
    if (length === 1 ? this.#isNearLone(at) : length === 2 && last === before) return this.#readChunk(start)
    if (this.#apart.length > 0) this.#endApart()
    this.#before = undefined
    return at
  }

  /** Whether a letter apart has another before it, or right behind the gap that begins at a position. */
  #isNearLone(at: number): boolean {
    if (this.#apart.length > 0) return true
    let behind = at
    while (behind - at < MAX_GAP && isGap(this.#text.charCodeAt(behind))) behind += 1
    const next = this.#text.charCodeAt(behind + 1)
    return behind > at && !(next >= SMALL_A && next <= SMALL_Z)
  }

  #readChunk(start: number): number {
    const chunk = chunkAt(this.#text, start)
    const { end, letters, hasRepeat } = chunk
    const length = end - start
    if (length === 1) this.#lone(chunk)
    else if (length > MAX_LETTERS || letters === 0) this.#forget()
    else if (letters < length || hasRepeat) this.#signs(chunk)
    else if (length === 2 && this.#text.charCodeAt(start) === this.#text.charCodeAt(start + 1)) this.#pair(chunk)
    else this.#word(chunk)
    return end
  }

  #lone(chunk: Chunk): void {
    const last = this.#apart.at(-1)
    if (last !== undefined && !this.#isGap(last.end, chunk.start)) this.#endApart()
    if (chunk.letters === 1) this.#cut(chunk)
    this.#apart.push(chunk)
    this.#before = chunk
  }

  /** Twice the same letter is one that was written as one, such as ß, or a short word. */
  #pair(chunk: Chunk): void {
    const last = this.#apart.at(-1)
    if (last === undefined || !this.#isGap(last.end, chunk.start)) this.#word(chunk)
    else {
      this.#apart.push({ ...chunk, letters: 1 }, { ...chunk, letters: 1 })
      this.#before = chunk
    }
  }

  /** Plain letters: harmless as such, but perhaps the rest of a word. */
  #word(chunk: Chunk): void {
    this.#endApart()
    this.#cut(chunk)
    this.#before = chunk
  }

  #forget(): void {
    this.#endApart()
    this.#before = undefined
  }

  #isGap(from: number, to: number): boolean {
    if (to - from > MAX_GAP) return false
    for (let at = from; at < to; at += 1) if (!isGap(this.#text.charCodeAt(at))) return false
    return true
  }

  /** Marks around a word are no part of it, but `!` may also be its last letter. */
  #signs(chunk: Chunk): void {
    this.#forget()
    const inner = withoutEdges(this.#text, chunk)
    if (this.#readSigns(inner, chunk.hasRepeat) || inner.end - inner.start === chunk.end - chunk.start) return
    if (!chunk.hasRepeat && lettersIn(this.#text, inner) < inner.end - inner.start) this.#readSigns(chunk, false)
  }

  #readSigns({ start, end }: Span, hasRepeat: boolean): boolean {
    const text = this.#text
    if (end - start < FEWEST_APART) return false
    const isStarred = isAlternating(text, start, end)
    this.#pattern.clear()
    let letters = 0
    let holes = 0
    let digits = 0
    for (let at = start; at < end;) {
      const unit = text.charCodeAt(at)
      const run = runLength(text, at, end)
      const kind = signKind(unit)
      if (kind === LETTER) letters += run
      else if (kind === DIGIT) digits += run
      else if (kind === HOLE && !isStarred) holes += run
      if (!isStarred || kind === LETTER) this.#addRun(unit, run)
      at += run
    }
    const isPlain = letters === end - start
    if (isPlain && !hasRepeat) return false
    const way = isStarred ? 'apart' : isPlain ? 'repeats' : 'signs'
    return this.#takeWhole({ start, end, way, holes, digits, letters, cut: NOWHERE })
  }

  /** Thrice or more of a letter is once or twice; of any other sign it is as often as written. */
  #addRun(unit: number, run: number): void {
    const isLong = run >= 3 && signKind(unit) === LETTER
    for (let count = isLong ? 1 : run; count > 0; count -= 1) this.#pattern.add(lettersOf(unit), isLong)
  }

  #takeWhole(found: Omit<Disguised, 'hidden'>): boolean {
    const { length } = this.#pattern
    if (this.#isTired()) return false
    const isFound = this.#pattern.some(
      this.#words(),
      (hidden, behind) => behind === length && this.#accept({ ...found, hidden }),
    )
    if (isFound) this.#found.push({ start: found.start, end: found.end })
    return isFound
  }

  #isTired(): boolean {
    this.#lookups += 1
    return this.#lookups > MOST_LOOKUPS
  }

  /** Letters apart are at an end: some word may stand in them, and a letter before it belong to no word. */
  #endApart(): void {
    const apart = this.#apart
    if (apart.length === 0) return
    this.#apart = []
    if (apart.length < FEWEST_APART || !apart.some(({ letters }) => letters > 0)) return
    for (let from = 0; from + FEWEST_APART <= apart.length;) from = this.#readApart(apart, from)
  }

  #readApart(apart: readonly Chunk[], from: number): number {
    if (this.#isTired()) return apart.length
    const pattern = this.#pattern
    pattern.clear()
    for (let at = from; at < apart.length && at < from + MAX_LETTERS; at += 1)
      pattern.add(lettersOf(this.#text.charCodeAt(apart[at]?.start ?? 0)))
    let letters = 0
    pattern.some(this.#words(), (hidden, behind) => {
      const length = hidden.isStem ? hidden.word.length : behind
      const members = apart.slice(from, from + length)
      if (length > letters && isSpelled(members, apart.length) && this.#accept(spelled(members, hidden)))
        letters = length
      return false
    })
    if (letters === 0) return from + 1
    this.#found.push({ start: apart[from]?.start ?? 0, end: apart[from + letters - 1]?.end ?? 0 })
    return from + letters
  }

  /** Two pieces with one sign between: `bas-tard`, `fu.ck`, or with a hole: `f-ck`. */
  #cut(chunk: Chunk): void {
    const before = this.#before
    if (before === undefined || chunk.start - before.end !== 1) return
    const gap = this.#text.charCodeAt(before.end)
    if (!isCut(gap)) return
    const { start } = before
    const { end } = chunk
    const letters = before.letters + chunk.letters
    if (end - start > MAX_LETTERS || letters < 3 || this.#isGlued(start, end)) return
    const isBroken = this.#isPiece(before) || this.#isPiece(chunk)
    if (letters >= FEWEST_CUT) {
      this.#fill(before, chunk, 0)
      const cut = isBroken || letters >= FEWEST_CUT_ANYWHERE ? NOWHERE : chunk.start
      if (this.#takeWhole({ start, end, way: 'cut', holes: 0, digits: 0, letters, cut })) return
    }
    if (gap === NEWLINE || !isBroken) return
    this.#fill(before, chunk, ANY_LETTER)
    this.#takeWhole({ start, end, way: 'cut', holes: 1, digits: 0, letters, cut: NOWHERE })
  }

  #fill(before: Chunk, chunk: Chunk, between: number): void {
    this.#pattern.clear()
    for (let at = before.start; at < before.end; at += 1) this.#pattern.add(lettersOf(this.#text.charCodeAt(at)))
    if (between !== 0) this.#pattern.add(between)
    for (let at = chunk.start; at < chunk.end; at += 1) this.#pattern.add(lettersOf(this.#text.charCodeAt(at)))
  }

  /** Whether a piece is no word of its own. */
  #isPiece({ start, end }: Chunk): boolean {
    return end - start === 1 ? LONELY.includes(this.#text.charAt(start)) : hasNoVowel(this.#text, start, end)
  }

  /** Whether two pieces are part of a longer chain: a domain, a path, a name with several hyphens. */
  #isGlued(start: number, end: number): boolean {
    const isLink = (at: number): boolean => isCut(this.#text.charCodeAt(at)) && this.#text.charCodeAt(at) !== NEWLINE
    const isChained = (at: number, beyond: number): boolean => isLink(at) && isPart(this.#text.charCodeAt(beyond))
    return isChained(start - 1, start - 2) || isChained(end, end + 1)
  }
}
