import { ATOMS, atomId } from '../atom/atoms.ts'
import type { AtomHits } from '../atom/find-atoms.ts'
import { borderAt, CLAUSE, SENTENCE } from './borders.ts'
import { COMPOUNDS } from './compounds.ts'
import { grammarOf } from './grammar.ts'
import type { Intent } from './intent.ts'
import { PATTERNS } from './patterns.ts'
import { Sentence } from './sentence.ts'

const BUT = atomId('but')
const IDIOM = atomId('idiom')
const FUNCTION = atomId('function')
/** A longer sentence is cut: no person writes one, and what is kept of a sentence stays small. */
const MAX_SENTENCE_UNITS = 2_000
/** Bits of a mask of languages. */
const MAX_LANGUAGES = 32

/** Kept between texts, since it is empty after each. */
let sentence: Sentence | undefined

/** Finds the intents of a text from its atoms in one pass; one finding a kind and sentence. Linear, never throws. */
export function findIntents(text: string, atoms: AtomHits): readonly Intent[] {
  if (atoms.count === 0) return []
  sentence ??= new Sentence(grammarOf({ patterns: PATTERNS, compounds: COMPOUNDS, atoms: ATOMS }))
  return new Reading(text, atoms, sentence).read()
}

class Reading {
  readonly #text: string
  readonly #atoms: AtomHits
  readonly #sentence: Sentence
  readonly #found: Intent[] = []
  /** Where the idiom begins and ends that a language is inside of. */
  readonly #idiomStarts = new Int32Array(MAX_LANGUAGES)
  readonly #idiomEnds = new Int32Array(MAX_LANGUAGES)
  #lastIdiomEnd = 0
  #sentenceStart = 0
  #at = 0

  constructor(text: string, atoms: AtomHits, empty: Sentence) {
    this.#text = text
    this.#atoms = atoms
    this.#sentence = empty
  }

  read(): readonly Intent[] {
    const { count, starts, ends, atoms } = this.#atoms
    let looked = 0
    for (let hit = 0; hit < count; hit += 1) {
      const start = starts[hit] ?? 0
      this.#crossTo(start)
      for (; looked < count && (starts[looked] ?? 0) <= start; looked += 1)
        if (atoms[looked] === IDIOM) this.#enterIdiom(looked)
      this.#take(hit, start)
      // A dot inside a phrase is part of it.
      this.#at = Math.max(this.#at, ends[hit] ?? 0)
    }
    this.#endSentence()
    return this.#found
  }

  #crossTo(start: number): void {
    for (; this.#at < start; this.#at += 1) {
      const border = borderAt(this.#text, this.#at)
      if (border === SENTENCE) this.#endSentence()
      else if (border === CLAUSE) this.#sentence.endClause()
    }
    if (start - this.#sentenceStart > MAX_SENTENCE_UNITS) this.#endSentence()
  }

  #enterIdiom(hit: number): void {
    const end = this.#atoms.ends[hit] ?? 0
    for (let mask = this.#atoms.languages[hit] ?? 0; mask !== 0; mask &= mask - 1) {
      const language = 31 - Math.clz32(mask & -mask)
      if (end <= (this.#idiomEnds[language] ?? 0)) continue
      this.#idiomStarts[language] = this.#atoms.starts[hit] ?? 0
      this.#idiomEnds[language] = end
    }
    this.#lastIdiomEnd = Math.max(this.#lastIdiomEnd, end)
  }

  #take(hit: number, start: number): void {
    const atom = this.#atoms.atoms[hit] ?? 0
    const said = this.#atoms.languages[hit] ?? 0
    if (atom === FUNCTION) {
      this.#sentence.hearLanguages(said)
      return
    }
    if (atom !== BUT && !this.#sentence.uses(atom)) return
    const languages = this.#lastIdiomEnd > start ? this.#outsideIdioms(hit, said) : said
    if (languages === 0) return
    if (atom === BUT) this.#sentence.endClause()
    this.#sentence.take({ atom, start, end: this.#atoms.ends[hit] ?? 0, languages })
  }

  /** The languages in which a word is no part of an idiom; one as long as the idiom means what it says. */
  #outsideIdioms(hit: number, said: number): number {
    const start = this.#atoms.starts[hit] ?? 0
    const end = this.#atoms.ends[hit] ?? 0
    let languages = said
    for (let mask = said; mask !== 0; mask &= mask - 1) {
      const bit = mask & -mask
      const language = 31 - Math.clz32(bit)
      const idiomEnd = this.#idiomEnds[language] ?? 0
      const isWhole = start === this.#idiomStarts[language] && end >= idiomEnd
      if (idiomEnd > start && !isWhole) languages &= ~bit
    }
    return languages
  }

  #endSentence(): void {
    this.#sentence.end(this.#found)
    this.#sentenceStart = this.#at
  }
}
