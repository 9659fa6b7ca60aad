import type { Span } from '../../../model/finding.ts'
import type { HiddenWord, HiddenWords } from './hidden-words.ts'
import { LetterPattern, MAX_LETTERS } from './letter-pattern.ts'
import { ANY_LETTER, DIGIT, GAP, hasNoVowel, HOLE, LETTER, lettersOf, NOTHING, signKind } from './letter-signs.ts'

/** A word behind a disguise. */
export interface Disguised extends Span {
  readonly hidden: HiddenWord
  /** Signs instead of letters, letters apart, letters too often, or a word cut in two. */
  readonly way: 'signs' | 'apart' | 'repeats' | 'cut'
  /** How many letters are not written at all: f**k. */
  readonly holes: number
  readonly digits: number
  /** How many letters are written as such. */
  readonly letters: number
  /** Where a word that was cut in two words goes on; -1 if it was not, or if a piece is no word. */
  readonly cut: number
}

/** Letters and signs without a gap. */
interface Chunk extends Span {
  readonly letters: number
  readonly digits: number
  readonly holes: number
  readonly hasRepeat: boolean
}

const FEWEST_APART = 3
/** Widest gap between letters apart. */
const MAX_GAP = 3
/** A single letter of a word that is no word by itself in a covered language. */
const LONELY = 'bcdfghjklmnpqrtvx'
const FEWEST_CUT = 4
/** A word so long is cut by chance in no two words. */
const FEWEST_CUT_ANYWHERE = 6
const NOWHERE = -1

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

  constructor(text: string, words: () => HiddenWords, accept: (disguised: Disguised) => boolean) {
    this.#text = text
    this.#words = words
    this.#accept = accept
  }

  read(): readonly Span[] {
    const text = this.#text
    for (let at = 0; at < text.length;) {
      const kind = signKind(text.charCodeAt(at))
      if (kind === GAP || kind === NOTHING) at += 1
      else at = kind === LETTER ? this.#readWord(at) : this.#readChunk(at)
    }
    this.#endApart()
    return this.#found
  }

  /** Most chunks are plain words between blanks, which are passed over without an object for each. */
  #readWord(start: number): number {
    const text = this.#text
    let at = start + 1
    let hasRepeat = false
    for (; signKind(text.charCodeAt(at)) === LETTER; at += 1)
      if (text.charCodeAt(at) === text.charCodeAt(at - 1) && text.charCodeAt(at) === text.charCodeAt(at - 2))
        hasRepeat = true
    const kind = signKind(text.charCodeAt(at))
    const isPlain = !hasRepeat && at - start > 2 && (kind === GAP || kind === NOTHING)
    if (!isPlain || isCut(text.charCodeAt(at)) || isCut(text.charCodeAt(start - 1))) return this.#readChunk(start)
    this.#endApart()
    this.#before = undefined
    return at
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
    for (let at = from; at < to; at += 1) if (signKind(this.#text.charCodeAt(at)) !== GAP) return false
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
    const isFound = this.#pattern.some(
      this.#words(),
      (hidden, behind) => behind === length && this.#accept({ ...found, hidden }),
    )
    if (isFound) this.#found.push({ start: found.start, end: found.end })
    return isFound
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
    this.#pattern.clear()
    for (let at = from; at < apart.length && at < from + MAX_LETTERS; at += 1) {
      this.#pattern.add(lettersOf(this.#text.charCodeAt(apart[at]?.start ?? 0)))
    }
    let next = from + 1
    this.#pattern.some(this.#words(), (hidden, behind) => {
      const letters = hidden.isStem ? hidden.word.length : behind
      const members = apart.slice(from, Math.min(apart.length, from + letters))
      const isWhole = members.length === apart.length
      if (hidden.word.length < 4 && !isWhole) return false
      const disguised: Disguised = {
        start: apart[from]?.start ?? 0,
        end: members.at(-1)?.end ?? 0,
        hidden,
        way: 'apart',
        holes: members.filter(({ holes }) => holes > 0).length,
        digits: members.filter(({ digits }) => digits > 0).length,
        letters: members.filter((member) => member.letters > 0).length,
        cut: NOWHERE,
      }
      if (disguised.letters * 2 < members.length || !this.#accept(disguised)) return false
      this.#found.push({ start: disguised.start, end: disguised.end })
      next = from + members.length
      return true
    })
    return next
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
    const isChained = (at: number, beyond: number): boolean =>
      isLink(at) && signKind(this.#text.charCodeAt(beyond)) !== GAP
    return isChained(start - 1, start - 2) || isChained(end, end + 1)
  }
}

/** The letters and signs from a position to the next gap. */
function chunkAt(text: string, start: number): Chunk {
  let letters = 0
  let digits = 0
  let holes = 0
  let repeats = 0
  let hasRepeat = false
  let at = start
  for (; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const kind = signKind(unit)
    if (kind === GAP || kind === NOTHING) break
    if (kind === LETTER) letters += 1
    else if (kind === DIGIT) digits += 1
    else if (kind === HOLE) holes += 1
    repeats = at > start && unit === text.charCodeAt(at - 1) ? repeats + 1 : 0
    if (repeats === 2 && kind === LETTER) hasRepeat = true
  }
  return { start, end: at, letters, digits, holes, hasRepeat }
}

const NEWLINE = 10
const CUTS = new Uint8Array(0x100)
for (const sign of '.-_/\\~·\n') CUTS[sign.charCodeAt(0)] = 1

function isCut(unit: number): boolean {
  return CUTS[unit] === 1
}

/** Marks around a word are no part of it: `*word*`, `word!`, `#word`. Holes at the end stand for letters: `sh**`. */
function withoutEdges(text: string, { start, end }: Span): Span {
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
function isAlternating(text: string, start: number, end: number): boolean {
  if (end - start < 5 || (end - start) % 2 === 0) return false
  const sign = text.charCodeAt(start + 1)
  if (signKind(sign) !== HOLE) return false
  for (let at = start; at < end; at += 2) {
    if (signKind(text.charCodeAt(at)) !== LETTER) return false
    if (at + 1 < end && text.charCodeAt(at + 1) !== sign) return false
  }
  return true
}

function lettersIn(text: string, { start, end }: Span): number {
  let letters = 0
  for (let at = start; at < end; at += 1) if (signKind(text.charCodeAt(at)) === LETTER) letters += 1
  return letters
}

function runLength(text: string, from: number, end: number): number {
  const unit = text.charCodeAt(from)
  let at = from + 1
  while (at < end && text.charCodeAt(at) === unit) at += 1
  return at - from
}
