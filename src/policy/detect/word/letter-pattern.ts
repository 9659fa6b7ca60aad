import type { HiddenWord, HiddenWords } from './hidden-words.ts'

/** The longest disguise that is looked at. */
export const MAX_LETTERS = 40
const LETTERS = 26
const SMALL_A = 97

/** Letters as they may be meant, one after the other. Reused from one disguise to the next. */
export class LetterPattern {
  readonly #masks = new Uint32Array(MAX_LETTERS)
  readonly #isLong = new Uint8Array(MAX_LETTERS)
  #length = 0

  get length(): number {
    return this.#length
  }

  clear(): void {
    this.#length = 0
  }

  /** A letter that is one of `mask`; a long one was written three times or more and is meant once or twice. */
  add(mask: number, isLong = false): void {
    if (this.#length === MAX_LETTERS) return
    this.#masks[this.#length] = mask
    this.#isLong[this.#length] = isLong ? 1 : 0
    this.#length += 1
  }

  /** The words that the letters from `from` on begin with, or are, each tried in turn until one is taken. */
  some(words: HiddenWords, from: number, take: (word: HiddenWord, behind: number) => boolean): boolean {
    const first = this.#masks[from] ?? 0
    const next = (this.#masks[from + 1] ?? 0) | (this.#isLong[from] === 1 ? first : 0)
    for (let a = 0; a < LETTERS; a += 1) {
      if ((first & (1 << a)) === 0) continue
      for (let b = 0; b < LETTERS; b += 1)
        if ((next & (1 << b)) !== 0 && this.#try(words.beginningWith(SMALL_A + a, SMALL_A + b), from, take)) return true
    }
    return false
  }

  #try(words: readonly HiddenWord[], from: number, take: (word: HiddenWord, behind: number) => boolean): boolean {
    for (const word of words) {
      const behind = this.#behind(word, from)
      if (behind > 0 && take(word, behind)) return true
    }
    return false
  }

  /** The letter behind a word that stands at `from`, 0 if it does not. A stem goes on to the end. */
  #behind({ word, isStem }: HiddenWord, from: number): number {
    let at = from
    for (let letter = 0; letter < word.length;) {
      const bit = 1 << (word.charCodeAt(letter) - SMALL_A)
      if (at >= this.#length || ((this.#masks[at] ?? 0) & bit) === 0) return 0
      letter += 1
      if (this.#isLong[at] === 1 && word.charCodeAt(letter) === word.charCodeAt(letter - 1)) letter += 1
      at += 1
    }
    return isStem ? this.#length : at
  }
}
