/** A chunk of ASCII digits. */
export const PLAIN = 0
/** Digits with letters that look like digits among them: `2O2`. */
export const LIKE = 1
/** A word for a number, or digits of a script written as words. */
export const SPOKEN = 2
/** A word for one that is also a small word of another language: it joins other words and single digits only. */
export const SMALL_WORD = 3
/** One letter alone that looks like a digit; a digit only between single digits. */
export const LETTER = 4
/** Letters and digits that are no number. */
export const MIXED = 5

/**
 * What stands in a folded text for numbers, in order. Parallel lists, as the hits of atoms. `digits` is empty for a
 * mixed chunk.
 */
export interface Numerals {
  readonly count: number
  readonly kinds: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly digits: readonly string[]
}

/** Numerals that are being read. */
export class NumeralList implements Numerals {
  readonly kinds: number[] = []
  readonly starts: number[] = []
  readonly ends: number[] = []
  readonly digits: string[] = []

  get count(): number {
    return this.kinds.length
  }

  put(kind: number, start: number, end: number, digits: string): void {
    this.kinds.push(kind)
    this.starts.push(start)
    this.ends.push(end)
    this.digits.push(digits)
  }

  /** Gives the last numeral another end and value. */
  changeLast(end: number, digits: string): void {
    this.ends.splice(-1, 1, end)
    this.digits.splice(-1, 1, digits)
  }
}
