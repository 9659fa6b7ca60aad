import { atomId } from './atoms.ts'

/** A phrase's meaning: an atom in some languages, as a whole word or as the beginning of one. */
export interface Sense {
  readonly atom: number
  /** Mask of languages. */
  readonly languages: number
  readonly isStem: boolean
}

/**
 * The lexicons as the build leaves them: folded, sorted, each phrase without what it shares with the one before. Long
 * strings, since many short ones take longer to read than all the rest.
 */
export interface CompiledLexicon {
  /** Names of the atoms that the senses number, so that a list of atoms in another order changes no meaning. */
  readonly atoms: readonly string[]
  /** Groups of senses: `atom.languages.stem` joined by commas; numbers in base 36. */
  readonly senses: readonly string[]
  /**
   * Phrases that begin a word, a line each: shared length (base 36, one sign), number of its group (base 36), tab, rest.
   */
  readonly words: string
  /** Phrases that may stand inside a word, or in a script without spaces. */
  readonly inside: string
  /** Units of all rests. */
  readonly units: number
}

const RADIX = 36
/** The longest shared beginning that one sign can say. */
const LONGEST_SHARED = RADIX - 1
/** Room for so many times the nodes keeps probing short. */
const LOAD = 1.4
const TAB = 9
const LINE_END = 10

/** Where the phrases that begin a word start, and those that may stand inside one. */
export const WORD_ROOT = 1
export const INSIDE_ROOT = 2
const FIRST_FREE = 3
/** Stands in a phrase for whatever ends the word: `*`. */
export const ANY_ENDING = 42

/**
 * All phrases as one automaton in a hash table: node and unit give the next node. Plain fields, since the scan reads
 * them for each word of a text.
 */
export interface Trie {
  readonly mask: number
  readonly from: Int32Array
  readonly unit: Uint16Array
  readonly to: Int32Array
  /** By node: the number of its group of senses, 0 for a node inside a phrase. */
  readonly group: Uint16Array
  readonly senses: readonly (readonly Sense[])[]
  /** By node: 1 where a phrase goes on behind any ending of the word it is in. */
  readonly takesEnding: Uint8Array
  /** 1 for each unit with which a phrase of `inside` begins: most do not, and then nothing is looked up. */
  readonly beginsInside: Uint8Array
}

/** Builds the automaton in a few milliseconds. */
export function trieOf(lexicon: CompiledLexicon): Trie {
  const nodes = lexicon.units + FIRST_FREE
  const size = 2 ** Math.ceil(Math.log2(nodes * LOAD))
  const trie: Trie = {
    mask: size - 1,
    from: new Int32Array(size),
    unit: new Uint16Array(size),
    to: new Int32Array(size),
    group: new Uint16Array(nodes),
    senses: [[], ...lexicon.senses.map((group) => readSenses(group, lexicon.atoms))],
    takesEnding: new Uint8Array(nodes),
    beginsInside: new Uint8Array(0x10000),
  }
  const free = addAll(trie, lexicon.words, WORD_ROOT, FIRST_FREE)
  addAll(trie, lexicon.inside, INSIDE_ROOT, free)
  return trie
}

/** The node behind a unit, 0 if no phrase goes on that way. */
export function nextNode(trie: Trie, node: number, unit: number): number {
  let at = slot(trie, node, unit)
  for (;;) {
    const from = trie.from[at]
    if (from === 0) return 0
    if (from === node && trie.unit[at] === unit) return trie.to[at] ?? 0
    at = (at + 1) & trie.mask
  }
}

/** The senses of the phrase that ends at a node; none for a node inside a phrase. */
export function sensesAt(trie: Trie, node: number): readonly Sense[] {
  return trie.senses[trie.group[node] ?? 0] ?? []
}

function addAll(trie: Trie, lines: string, root: number, firstFree: number): number {
  const path = [root]
  let free = firstFree
  for (let at = 0; at < lines.length;) {
    let depth = digit(lines.charCodeAt(at++))
    let group = 0
    for (let unit = lines.charCodeAt(at++); unit !== TAB; unit = lines.charCodeAt(at++))
      group = group * RADIX + digit(unit)
    let node = path[depth] ?? root
    for (let unit = lines.charCodeAt(at++); unit !== LINE_END; unit = lines.charCodeAt(at++)) {
      const known = depth < LONGEST_SHARED ? 0 : nextNode(trie, node, unit) // what is shared beyond is written out again
      if (known === 0) add(trie, node, unit, free)
      node = known === 0 ? free++ : known
      depth += 1
      path[depth] = node
    }
    trie.group[node] = group + 1
  }
  return free
}

function digit(unit: number): number {
  return unit < 58 ? unit - 48 : unit - 87
}

function add(trie: Trie, node: number, unit: number, added: number): void {
  let at = slot(trie, node, unit)
  while (trie.from[at] !== 0) at = (at + 1) & trie.mask
  trie.from[at] = node
  trie.unit[at] = unit
  trie.to[at] = added
  if (unit === ANY_ENDING) trie.takesEnding[node] = 1
  if (node === INSIDE_ROOT) trie.beginsInside[unit] = 1
}

function slot(trie: Trie, node: number, unit: number): number {
  const mixed = Math.imul(node ^ Math.imul(unit, 0x85ebca6b), 0x9e3779b1)
  return (mixed ^ (mixed >>> 15)) & trie.mask
}

/** An atom of an older lexicon that there is no more counts as none. */
function readSenses(group: string, atoms: readonly string[]): readonly Sense[] {
  return group.split(',').flatMap((sense) => {
    const [name = 0, languages = 0, stem = 0] = sense.split('.').map((part) => Number.parseInt(part, RADIX))
    const atom = atomId(atoms[name] ?? '')
    return atom < 0 ? [] : [{ atom, languages, isStem: stem === 1 }]
  })
}
