/** A phrase's meaning: an atom in some languages, as a whole word or as the beginning of one. */
export interface Sense {
  readonly atom: number
  /** Mask of languages. */
  readonly languages: number
  readonly isStem: boolean
  readonly isQuiet: boolean
}

/**
 * The lexicons as the build leaves them: folded, sorted, each phrase without what it shares with the one before. Long
 * strings, since many short ones take longer to read than all the rest.
 */
export interface CompiledLexicon {
  /** Names of the atoms that the senses number, so that a list of atoms in another order changes no meaning. */
  readonly atoms: readonly string[]
  /** Groups of senses: `atom.stem.languages` joined by commas; numbers in base 36. */
  readonly senses: readonly string[]
  /** Every unit that stands in a phrase, once, as a number: half a character is no text to every reader. */
  readonly signs: readonly number[]
  /**
   * Phrases that begin a word, then those that may stand inside one or in a script without spaces. A line each: shared
   * length (base 36, one sign), number of its group (base 36), tab, rest. The first line of a section shares nothing.
   */
  readonly lines: string
  /** Where each section begins: phrases with the same first two units. */
  readonly sections: readonly number[]
  /** The number of sections of phrases that begin a word. */
  readonly wordSections: number
  /** Units of all rests. */
  readonly units: number
  readonly phrases: number
}
