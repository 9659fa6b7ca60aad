/** A phrase's meaning: an atom in some languages, as a whole word or as the beginning of one. */
export interface Sense {
  readonly atom: number
  /** Mask of languages. */
  readonly languages: number
  readonly isStem: boolean
}

/** The lexicons as the build leaves them: folded, sorted, each phrase without what it shares with the one before. */
export interface CompiledLexicon {
  /** Groups of senses: `atom.languages.stem` joined by commas; numbers in base 36. */
  readonly senses: readonly string[]
  /** Phrases that begin a word: shared length (base 36, one sign), rest, tab, number of its group in base 36. */
  readonly words: readonly string[]
  /** Phrases that may stand inside a word, or in a script without spaces. */
  readonly inside: readonly string[]
}

const RADIX = 36
/** Room for twice the nodes keeps probing short. */
const LOAD = 2

/** All phrases as one automaton of a hash table: node and unit give the next node. Built in a few milliseconds. */
export class Trie {
  readonly wordRoot = 1
  readonly insideRoot = 2
  readonly #senses: readonly (readonly Sense[])[]
  readonly #mask: number
  readonly #from: Int32Array
  readonly #unit: Uint16Array
  readonly #to: Int32Array
  readonly #group: Int32Array
  #count = 3

  constructor(lexicon: CompiledLexicon) {
    this.#senses = lexicon.senses.map(readSenses)
    const nodes = units(lexicon.words) + units(lexicon.inside) + this.#count
    const size = 2 ** Math.ceil(Math.log2(nodes * LOAD))
    this.#mask = size - 1
    this.#from = new Int32Array(size)
    this.#unit = new Uint16Array(size)
    this.#to = new Int32Array(size)
    this.#group = new Int32Array(nodes)
    this.#addAll(lexicon.words, this.wordRoot)
    this.#addAll(lexicon.inside, this.insideRoot)
  }

  /** The node behind a unit, 0 if no phrase goes on that way. */
  next(node: number, unit: number): number {
    let at = this.#slot(node, unit)
    while (this.#from[at] !== 0) {
      if (this.#from[at] === node && this.#unit[at] === unit) return this.#to[at] ?? 0
      at = (at + 1) & this.#mask
    }
    return 0
  }

  /** The senses of the phrase that ends at a node; nothing for a node inside a phrase. */
  sensesAt(node: number): readonly Sense[] | undefined {
    return this.#senses[(this.#group[node] ?? 0) - 1]
  }

  #addAll(phrases: readonly string[], root: number): void {
    const path = [root]
    for (const line of phrases) {
      const tab = line.lastIndexOf('\t')
      path.length = Number.parseInt(line.charAt(0), RADIX) + 1
      let node = path.at(-1) ?? root
      for (let at = 1; at < tab; at += 1) {
        node = this.#add(node, line.charCodeAt(at))
        path.push(node)
      }
      this.#group[node] = Number.parseInt(line.slice(tab + 1), RADIX) + 1
    }
  }

  #add(node: number, unit: number): number {
    let at = this.#slot(node, unit)
    while (this.#from[at] !== 0) at = (at + 1) & this.#mask
    const added = this.#count++
    this.#from[at] = node
    this.#unit[at] = unit
    this.#to[at] = added
    return added
  }

  #slot(node: number, unit: number): number {
    const mixed = Math.imul(node ^ Math.imul(unit, 0x85ebca6b), 0x9e3779b1)
    return (mixed ^ (mixed >>> 15)) & this.#mask
  }
}

function units(phrases: readonly string[]): number {
  let count = 0
  for (const line of phrases) count += line.lastIndexOf('\t') - 1
  return count
}

function readSenses(group: string): readonly Sense[] {
  return group.split(',').map((sense) => {
    const [atom = 0, languages = 0, stem = 0] = sense.split('.').map((part) => Number.parseInt(part, RADIX))
    return { atom, languages, isStem: stem === 1 }
  })
}
