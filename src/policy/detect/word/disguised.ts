import type { Span } from '../../../model/finding.ts'
import type { HiddenWord } from './hidden-words.ts'

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

/** Where a word goes on that was not cut in two. */
export const NOWHERE = -1
