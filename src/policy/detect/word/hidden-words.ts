import type { Atom } from '../atom/atoms.ts'
import type { CompiledLexicon } from '../atom/compiled-lexicon.ts'

/** A single word that a disguise may hide. */
export interface HiddenWord {
  /** Folded: Latin letters only, or a script without spaces. */
  readonly word: string
  /** Mask of languages. */
  readonly languages: number
  readonly atom: Atom
  readonly isStem: boolean
}

type Sense = Omit<HiddenWord, 'word'>

const RADIX = 36
const LATIN_WORD = /^[a-z]{3,}$/u
const OTHER_WORD = /^[^\0-\u02ff]{2,}$/u
const LETTERS = 26
const SMALL_A = 97

/**
 * The words of some atoms, by how they begin, so that few are compared with a disguise. A section of the lexicon is read
 * when a disguise first needs it: most texts need none.
 */
export class HiddenWords {
  readonly #lexicon: CompiledLexicon
  readonly #senses: readonly (readonly Sense[])[]
  /** Numbers of the sections by the first unit of their phrases. */
  readonly #sections = new Map<string, number[]>()
  /** Words by their beginning: two Latin letters, or one unit of another script. */
  readonly #latin: (readonly HiddenWord[] | undefined)[] = []
  readonly #other: (readonly HiddenWord[] | undefined)[] = []

  constructor(lexicon: CompiledLexicon, atoms: readonly Atom[]) {
    this.#lexicon = lexicon
    this.#senses = lexicon.senses.map((group) => sensesOf(group, lexicon.atoms, atoms))
    for (const [number, from] of lexicon.sections.entries()) {
      const first = lexicon.lines.charAt(lexicon.lines.indexOf('\t', from) + 1)
      const known = this.#sections.get(first)
      if (known === undefined) this.#sections.set(first, [number])
      else known.push(number)
    }
  }

  /** The Latin words that begin with two letters, given as 0 to 25. */
  beginningWith(first: number, second: number): readonly HiddenWord[] {
    const key = first * LETTERS + second
    return (this.#latin[key] ??= this.#words(String.fromCharCode(SMALL_A + first, SMALL_A + second), LATIN_WORD))
  }

  /** The words of a script without spaces that begin with a unit. */
  beginningWithOne(first: number): readonly HiddenWord[] {
    return (this.#other[first] ??= this.#words(String.fromCharCode(first), OTHER_WORD))
  }

  #words(beginning: string, shape: RegExp): readonly HiddenWord[] {
    const sections = this.#sections.get(beginning.charAt(0)) ?? []
    return sections
      .flatMap((section) => this.#wordsOf(section))
      .filter(({ word }) => word.startsWith(beginning) && shape.test(word))
  }

  /** Undoes the front coding of a section; a line carries what it does not share with the one before. */
  #wordsOf(section: number): readonly HiddenWord[] {
    const { lines, sections } = this.#lexicon
    const words: HiddenWord[] = []
    let phrase = ''
    for (const line of lines.slice(sections[section], sections[section + 1]).split('\n')) {
      const tab = line.indexOf('\t')
      if (tab < 0) continue
      phrase = phrase.slice(0, Number.parseInt(line.charAt(0), RADIX)) + line.slice(tab + 1)
      const senses = this.#senses[Number.parseInt(line.slice(1, tab), RADIX)] ?? []
      for (const sense of senses) words.push({ word: phrase, ...sense })
    }
    return words
  }
}

function sensesOf(group: string, names: readonly string[], wanted: readonly Atom[]): readonly Sense[] {
  const senses: Sense[] = []
  for (const part of group.split(',')) {
    const [name = 0, stem = 0, languages = 0] = part.split('.').map((digits) => Number.parseInt(digits, RADIX))
    const atom = wanted.find((candidate) => candidate === names[name])
    if (atom !== undefined) senses.push({ languages, atom, isStem: stem === 1 })
  }
  return senses
}
