import type { HiddenWord, HiddenWords } from './hidden-words.ts'

/** The longest disguise that is looked at. */
export const MAX_LETTERS = 40
const SMALL_A = 97

/** Takes a word that the letters spell up to, not including, the letter `behind`; false asks for another. */
export type Take = (word: HiddenWord, behind: number) => boolean

/** Letters as they may be meant, one after the other. Reused from one disguise to the next. */
export class LetterPattern {
  readonly #masks: number[] = []
  readonly #isLong: boolean[] = []

  get length(): number {
    return this.#masks.length
  }

  clear(): void {
    this.#masks.length = 0
    this.#isLong.length = 0
  }

  /** A letter that is one of `mask`; a long one was written three times or more and is meant once or twice. */
  add(mask: number, isLong = false): void {
    if (this.#masks.length === MAX_LETTERS) return
    this.#masks.push(mask)
    this.#isLong.push(isLong)
  }

  /** Tries the words that the letters begin with until one is taken. */
  some(words: HiddenWords, take: Take): boolean {
    const first = this.#masks[0] ?? 0
    const second = (this.#masks[1] ?? 0) | (this.#isLong[0] === true ? first : 0)
    for (let ones = first; ones !== 0; ones &= ones - 1) {
      const one = lowest(ones)
      for (let twos = second; twos !== 0; twos &= twos - 1)
        if (this.#try(words.beginningWith(one, lowest(twos)), take)) return true
    }
    return false
  }

  #try(words: readonly HiddenWord[], take: Take): boolean {
    for (const word of words) {
      const behind = this.#behind(word)
      if (behind > 0 && take(word, behind)) return true
    }
    return false
  }

  /** The letter behind a word, 0 if the letters do not begin with it. A stem goes on to the end. */
  #behind({ word, isStem }: HiddenWord): number {
    const length = this.#masks.length
    let at = 0
    for (let letter = 0; letter < word.length;) {
      if (at === length || ((this.#masks[at] ?? 0) & (1 << (word.charCodeAt(letter) - SMALL_A))) === 0) return 0
      letter += 1
      if (this.#isLong[at] === true && word.charCodeAt(letter) === word.charCodeAt(letter - 1)) letter += 1
      at += 1
    }
    return isStem ? length : at
  }
}

/** The place of the lowest bit. */
function lowest(mask: number): number {
  return 31 - Math.clz32(mask & -mask)
}
