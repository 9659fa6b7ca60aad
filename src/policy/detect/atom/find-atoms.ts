import { isWordUnit, SPACE, unitClass, WORD } from './units.ts'
import type { Trie } from './trie.ts'

/** Where atoms stand in a folded text, in the order of their beginnings. Arrays are parallel; only `count` entries count. */
export interface AtomHits {
  readonly count: number
  readonly atoms: Uint16Array
  readonly starts: Uint32Array
  readonly ends: Uint32Array
  /** Mask of languages in which the words mean this. */
  readonly languages: Uint16Array
}

/** The longest phrase: nothing is followed further, so that time stays linear. */
const MAX_PHRASE = 80
/** How many separators in a row count as one space inside a phrase. */
const MAX_SEPARATORS = 3

/** Finds every phrase of the lexicons in a folded text in one pass; phrases may overlap. */
export function findAtoms(text: string, trie: Trie): AtomHits {
  const writer = new HitWriter(Math.max(16, text.length >> 2))
  let isInWord = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const kind = unitClass(unit)
    if (kind === WORD && !isInWord) walk(text, at, trie, trie.wordRoot, writer)
    if (kind !== SPACE) walk(text, at, trie, trie.insideRoot, writer)
    isInWord = kind === WORD
  }
  return writer.done()
}

function walk(text: string, start: number, trie: Trie, root: number, writer: HitWriter): void {
  let node = root
  const limit = Math.min(text.length, start + MAX_PHRASE)
  for (let at = start; at < limit;) {
    const unit = text.charCodeAt(at)
    if (unitClass(unit) === SPACE) {
      const behind = behindSeparators(text, at)
      node = behind === at ? 0 : trie.next(node, 32)
      at = behind
    } else {
      node = trie.next(node, unit)
      at += 1
    }
    if (node === 0) return
    const senses = trie.sensesAt(node)
    if (senses === undefined) continue
    const isWhole = !isWordUnit(text.charCodeAt(at - 1)) || at >= text.length || !isWordUnit(text.charCodeAt(at))
    for (const sense of senses) if (isWhole || sense.isStem) writer.put(sense.atom, sense.languages, start, at)
  }
}

/** Behind a few separators; where it began if there are too many to be a gap between words. */
function behindSeparators(text: string, from: number): number {
  let at = from
  while (at < text.length && unitClass(text.charCodeAt(at)) === SPACE) at += 1
  return at - from > MAX_SEPARATORS ? from : at
}

class HitWriter {
  #atoms: Uint16Array
  #starts: Uint32Array
  #ends: Uint32Array
  #languages: Uint16Array
  #count = 0

  constructor(size: number) {
    this.#atoms = new Uint16Array(size)
    this.#starts = new Uint32Array(size)
    this.#ends = new Uint32Array(size)
    this.#languages = new Uint16Array(size)
  }

  put(atom: number, languages: number, start: number, end: number): void {
    if (this.#count === this.#atoms.length) this.#grow()
    this.#atoms[this.#count] = atom
    this.#languages[this.#count] = languages
    this.#starts[this.#count] = start
    this.#ends[this.#count] = end
    this.#count += 1
  }

  done(): AtomHits {
    return {
      count: this.#count,
      atoms: this.#atoms,
      starts: this.#starts,
      ends: this.#ends,
      languages: this.#languages,
    }
  }

  #grow(): void {
    const size = this.#count * 2
    this.#atoms = moved(this.#atoms, new Uint16Array(size))
    this.#languages = moved(this.#languages, new Uint16Array(size))
    this.#starts = moved(this.#starts, new Uint32Array(size))
    this.#ends = moved(this.#ends, new Uint32Array(size))
  }
}

function moved<Units extends Uint16Array | Uint32Array>(from: Units, to: Units): Units {
  to.set(from)
  return to
}
