import type { CompiledLexicon, Sense } from './compiled-lexicon.ts'

/** Where the phrases that begin a word start, and those that may stand inside one. */
export const WORD_ROOT = 1
export const INSIDE_ROOT = 2
/** The first number that is free for a node. */
export const FIRST_FREE = 3
/** Stands in a phrase for whatever ends the word: `*`. */
export const ANY_ENDING = 42

/** Signs are numbered so that a node and a sign fit one key of 32 bits. */
const SIGN_BITS = 11
export const MOST_SIGNS = 2 ** SIGN_BITS - 1
export const MOST_NODES = 2 ** (31 - SIGN_BITS)

/** What a node has, as bits of its flags. */
export const HAS_CHILD = 1
const HAS_SIBLINGS_BELOW = 2
export const HAS_SENSES = 4
export const TAKES_ENDING = 8
export const HAS_QUIET_SENSES = 16

/** What begins with two units, as bits: phrases of words, phrases inside words, and whether some are still to be added. */
export const BEGINS_WORD = 1
export const BEGINS_INSIDE = 2
export const IS_WAITING = 4

const ASCII = 0x7f
const ASCII_PAIRS = 0x4000
/** Places of `begins`. */
export const BEGINNINGS = ASCII_PAIRS * 2

/**
 * All phrases as one automaton. Phrases come sorted, so the first child of a node is always the node behind it, and
 * most steps stay in near memory; only further children are looked up, in a hash table of pairs: key (node and sign)
 * and next node side by side. Phrases are added when a text first has their first two units (`growing.ts`).
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
  /** By two units (see `beginning`): bits of what begins with them. */
  readonly begins: Uint8Array
  readonly lexicon: CompiledLexicon
  /** By place of `begins`: the sections of the lexicon that are still to be added. */
  readonly waiting: Map<number, Set<number>>
  /** The next node that is free. */
  free: number
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

/** Makes a node the child of another by a sign. */
export function addChild(trie: Trie, node: number, sign: number): number {
  const added = trie.free
  trie.free += 1
  trie.signInto[added] = sign
  if (added === node + 1) {
    addFlag(trie, node, HAS_CHILD)
    return added
  }
  addFlag(trie, node, HAS_SIBLINGS_BELOW)
  const { pairs, mask } = trie
  const key = (node << SIGN_BITS) | sign
  let at = slotOf(key) & mask
  while (pairs[at * 2] !== 0) at = (at + 1) & mask
  pairs[at * 2] = key
  pairs[at * 2 + 1] = added
  return added
}

/** Adds a bit to the flags of a node. */
export function addFlag({ flags }: Trie, node: number, flag: number): void {
  flags[node] = (flags[node] ?? 0) | flag
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

/** Both rounds are needed: keys of one node differ in their low bits only, keys of one sign in their high bits. */
function slotOf(key: number): number {
  const once = Math.imul(key ^ (key >>> 15), 0x85ebca6b)
  return Math.imul(once ^ (once >>> 13), 0xc2b2ae35) >>> 8
}
