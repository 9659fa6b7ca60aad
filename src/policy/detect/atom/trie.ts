import { ATOMS, atomId, QUIET_ATOMS } from './atoms.ts'

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
  readonly phrases: number
}

const RADIX = 36
/** The longest shared beginning that one sign can say. */
const LONGEST_SHARED = RADIX - 1
/** Room for so many times the entries keeps probing short. */
const LOAD = 2.5
const TAB = 9
const LINE_END = 10
const BLANK = 32
const ASCII = 0x7f
const ASCII_PAIRS = 0x4000

/** Where the phrases that begin a word start, and those that may stand inside one. */
export const WORD_ROOT = 1
export const INSIDE_ROOT = 2
const FIRST_FREE = 3
/** Stands in a phrase for whatever ends the word: `*`. */
export const ANY_ENDING = 42

/** Signs are numbered so that a node and a sign fit one key of 32 bits. */
const SIGN_BITS = 11
const MOST_SIGNS = 2 ** SIGN_BITS - 1
const MOST_NODES = 2 ** (31 - SIGN_BITS)

/** What a node has, as bits of its flags. */
export const HAS_CHILD = 1
export const HAS_SIBLINGS_BELOW = 2
export const HAS_SENSES = 4
export const TAKES_ENDING = 8
export const HAS_QUIET_SENSES = 16

/**
 * All phrases as one automaton. Phrases come sorted, so the first child of a node is always the node behind it, and
 * most steps stay in near memory; only further children are looked up, in a hash table of pairs: key (node and sign)
 * and next node side by side.
 */
export interface Trie {
  /** By node: bits of what it has. */
  readonly flags: Uint8Array
  /** By node: the sign that leads into it. */
  readonly signInto: Uint16Array
  readonly mask: number
  /** Key and next node by turns. */
  readonly pairs: Int32Array
  /** By unit: its number among the signs of the phrases; 0 for one that is in none. */
  readonly signs: Uint16Array
  /** By node: the number of its group of senses, 0 for a node inside a phrase. */
  readonly group: Uint16Array
  readonly senses: readonly (readonly Sense[])[]
  /** By two units (see `beginning`): 1 for those with which a phrase of `words` begins, 2 for one of `inside`. */
  readonly begins: Uint8Array
}

/** Builds the automaton in a few milliseconds. Throws an Error if the lexicon has outgrown its numbers. */
export function trieOf(lexicon: CompiledLexicon): Trie {
  const nodes = lexicon.units + FIRST_FREE
  if (nodes > MOST_NODES) throw new Error(`The lexicon has ${nodes} nodes, at most ${MOST_NODES} fit.`)
  const size = 2 ** Math.ceil(Math.log2(lexicon.phrases * LOAD))
  const trie: Trie = {
    flags: new Uint8Array(nodes + 1),
    signInto: new Uint16Array(nodes + 1),
    mask: size - 1,
    pairs: new Int32Array(size * 2),
    signs: new Uint16Array(0x10000),
    group: new Uint16Array(nodes),
    senses: [[], ...lexicon.senses.map((group) => readSenses(group, lexicon.atoms))],
    begins: new Uint8Array(ASCII_PAIRS * 2),
  }
  numberSigns(trie.signs, `${lexicon.words}${lexicon.inside}`)
  const free = addAll(trie, lexicon.words, WORD_ROOT, FIRST_FREE)
  addAll(trie, lexicon.inside, INSIDE_ROOT, free)
  return trie
}

/** The node behind a sign (of `signs`), 0 if no phrase goes on that way. */
export function nextNode(trie: Trie, node: number, sign: number): number {
  const { flags, signInto } = trie
  const has = flags[node] ?? 0
  if ((has & HAS_CHILD) !== 0 && signInto[node + 1] === sign) return node + 1
  return (has & HAS_SIBLINGS_BELOW) === 0 ? 0 : lookedUp(trie, (node << SIGN_BITS) | sign)
}

function lookedUp({ pairs, mask }: Trie, key: number): number {
  for (let at = slotOf(key) & mask; ; at = (at + 1) & mask) {
    const found = pairs[at * 2]
    if (found === key) return pairs[at * 2 + 1] ?? 0
    if (found === 0) return 0
  }
}

/** The senses of the phrase that ends at a node; none for a node inside a phrase. */
export function sensesAt(trie: Trie, node: number): readonly Sense[] {
  return trie.senses[trie.group[node] ?? 0] ?? []
}

/** Where `begins` tells of phrases that begin with two units: pairs of ASCII each have a place, others share places. */
export function beginning(first: number, second: number): number {
  if (first > ASCII) return ASCII_PAIRS | (Math.imul(first, 0x9e3779b1) >>> 18)
  return (first << 7) | (second > ASCII ? ASCII : second)
}

function numberSigns(signs: Uint16Array, lines: string): void {
  let count = 0
  for (let at = 0; at < lines.length; at += 1) {
    const unit = lines.charCodeAt(at)
    if (signs[unit] === 0) signs[unit] = ++count
  }
  if (count > MOST_SIGNS) throw new Error(`The lexicon has ${count} signs, at most ${MOST_SIGNS} fit.`)
}

function addAll(trie: Trie, lines: string, root: number, firstFree: number): number {
  const path = [root]
  let free = firstFree
  let first = 0
  let second = 0
  for (let at = 0; at < lines.length;) {
    let depth = digit(lines.charCodeAt(at++))
    let group = 0
    for (let unit = lines.charCodeAt(at++); unit !== TAB; unit = lines.charCodeAt(at++))
      group = group * RADIX + digit(unit)
    let node = path[depth] ?? root
    for (let unit = lines.charCodeAt(at++); unit !== LINE_END; unit = lines.charCodeAt(at++)) {
      const sign = trie.signs[unit] ?? 0
      const known = isWrittenAgain(depth, unit) ? nextNode(trie, node, sign) : 0
      if (known === 0) add(trie, node, sign, free)
      if (unit === ANY_ENDING) addFlag(trie, node, TAKES_ENDING)
      if (depth === 0) first = unit
      if (depth === 1) second = unit
      node = known === 0 ? free++ : known
      depth += 1
      path[depth] = node
    }
    trie.group[node] = group + 1
    for (const { isQuiet } of sensesAt(trie, node)) addFlag(trie, node, isQuiet ? HAS_QUIET_SENSES : HAS_SENSES)
    noteBeginning(trie.begins, { root, first, second, isShort: depth === 1 })
  }
  return free
}

/** What is shared beyond the longest that can be said is written out again, and so is the first half of a character. */
function isWrittenAgain(depth: number, unit: number): boolean {
  return depth >= LONGEST_SHARED || (unit >= 0xd800 && unit <= 0xdbff)
}

/** A phrase of one unit, or whose second one may be anything, begins with any second unit. */
function noteBeginning(
  begins: Uint8Array,
  of: { readonly root: number; readonly first: number; readonly second: number; readonly isShort: boolean },
): void {
  const bit = of.root === WORD_ROOT ? 1 : 2
  const isAny = of.isShort || of.second === ANY_ENDING || of.second === BLANK
  for (let second = isAny ? 0 : of.second; second <= (isAny ? ASCII : of.second); second += 1) {
    const at = beginning(of.first, second)
    begins[at] = (begins[at] ?? 0) | bit
  }
}

function digit(unit: number): number {
  return unit < 58 ? unit - 48 : unit - 87
}

function add(trie: Trie, node: number, sign: number, added: number): void {
  trie.signInto[added] = sign
  if (added === node + 1) return addFlag(trie, node, HAS_CHILD)
  addFlag(trie, node, HAS_SIBLINGS_BELOW)
  const { pairs, mask } = trie
  const key = (node << SIGN_BITS) | sign
  let at = slotOf(key) & mask
  while (pairs[at * 2] !== 0) at = (at + 1) & mask
  pairs[at * 2] = key
  pairs[at * 2 + 1] = added
}

function addFlag({ flags }: Trie, node: number, flag: number): void {
  flags[node] = (flags[node] ?? 0) | flag
}

/** Both rounds are needed: keys of one node differ in their low bits only, keys of one sign in their high bits. */
function slotOf(key: number): number {
  const once = Math.imul(key ^ (key >>> 15), 0x85ebca6b)
  return Math.imul(once ^ (once >>> 13), 0xc2b2ae35) >>> 8
}

/** An atom of an older lexicon that there is no more counts as none. */
function readSenses(group: string, atoms: readonly string[]): readonly Sense[] {
  return group.split(',').flatMap((sense) => {
    const [name = 0, languages = 0, stem = 0] = sense.split('.').map((part) => Number.parseInt(part, RADIX))
    const atom = atomId(atoms[name] ?? '')
    const known = ATOMS[atom]
    return known === undefined ? [] : [{ atom, languages, isStem: stem === 1, isQuiet: QUIET_ATOMS.has(known) }]
  })
}
