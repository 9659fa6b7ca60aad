import type { Cues } from './cues.ts'
import type { Numerals } from './numeral/numerals.ts'

/** A folded text with what was read in it once: numerals, and the words that say what they are. */
export interface NumberText {
  readonly text: string
  readonly numerals: Numerals
  readonly cues: Cues
  readonly shield: Uint8Array
}
