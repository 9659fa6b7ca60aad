import type { Sense } from './compiled-lexicon.ts'
import { rootsAt } from './growing.ts'
import {
  ANY_ENDING,
  BEGINS_INSIDE,
  BEGINS_WORD,
  HAS_QUIET_SENSES,
  HAS_SENSES,
  INSIDE_ROOT,
  nextNode,
  sensesAt,
  TAKES_ENDING,
  WORD_ROOT,
} from './trie.ts'
import type { Trie } from './trie.ts'
import { isWordUnit, SPACE, unitClass, WORD } from './units.ts'

/**
 * Where atoms stand in a folded text, in the order of their beginnings. Parallel lists: an object a hit, or typed arrays,
 * would cost more than the search.
 */
export interface AtomHits {
  readonly count: number
  readonly atoms: readonly number[]
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** Mask of languages in which the words mean this. */
  readonly languages: readonly number[]
  /** Where quiet atoms are looked up. */
  readonly text: string
  readonly trie: Trie
}

/** The longest phrase: nothing is followed further, so that time stays linear. */
const MAX_PHRASE = 80
/** How many separators in a row count as one space inside a phrase. */
const MAX_SEPARATORS = 3
const BLANK = 32

/** Finds every phrase of the lexicons in a folded text in one pass; phrases may overlap. */
export function findAtoms(text: string, trie: Trie): AtomHits {
  const walk = new Walk(text, trie)
  let isInWord = false
  let unit = text.charCodeAt(0)
  for (let at = 0; at < text.length; at += 1) {
    const next = text.charCodeAt(at + 1)
    const kind = unitClass(unit)
    const roots = kind === SPACE ? 0 : rootsAt(trie, unit, next)
    if ((roots & BEGINS_WORD) !== 0 && kind === WORD && !isInWord) walk.from(at, at, WORD_ROOT)
    if ((roots & BEGINS_INSIDE) !== 0) walk.from(at, at, INSIDE_ROOT)
    isInWord = kind === WORD
    unit = next
  }
  return walk.hits()
}

/** One text being searched: what every step needs is kept here, so that a step makes nothing new. */
class Walk {
  readonly #text: string
  readonly #trie: Trie
  readonly #blank: number
  readonly #ending: number
  readonly #atoms: number[] = []
  readonly #starts: number[] = []
  readonly #ends: number[] = []
  readonly #languages: number[] = []

  constructor(text: string, trie: Trie) {
    this.#text = text
    this.#trie = trie
    this.#blank = trie.signs[BLANK] ?? 0
    this.#ending = trie.signs[ANY_ENDING] ?? 0
  }

  /** Follows all phrases that began at `start`, from a position and its node on. */
  from(start: number, position: number, root: number): void {
    const text = this.#text
    const trie = this.#trie
    const { signs, flags } = trie
    const limit = Math.min(text.length, start + MAX_PHRASE)
    let node = root
    for (let at = position; at < limit;) {
      const unit = text.charCodeAt(at)
      if (unitClass(unit) === SPACE) {
        const behind = behindSeparators(text, at)
        node = behind === at ? 0 : nextNode(trie, node, this.#blank)
        at = behind
      } else {
        const sign = signs[unit] ?? 0
        node = sign === 0 ? 0 : nextNode(trie, node, sign)
        at += 1
      }
      if (node === 0) return
      const has = flags[node] ?? 0
      if ((has & TAKES_ENDING) !== 0) this.from(start, behindWord(text, at), nextNode(trie, node, this.#ending))
      if ((has & HAS_SENSES) !== 0) this.#put(node, start, at)
    }
  }

  hits(): AtomHits {
    return {
      count: this.#atoms.length,
      atoms: this.#atoms,
      starts: this.#starts,
      ends: this.#ends,
      languages: this.#languages,
      text: this.#text,
      trie: this.#trie,
    }
  }

  #put(node: number, start: number, end: number): void {
    const isWhole = !isWordUnit(this.#text.charCodeAt(end - 1)) || !isWordUnit(this.#text.charCodeAt(end))
    for (const sense of sensesAt(this.#trie, node)) {
      if (sense.isQuiet || (!isWhole && !sense.isStem)) continue
      this.#atoms.push(sense.atom)
      this.#languages.push(sense.languages)
      this.#starts.push(start)
      this.#ends.push(end)
    }
  }
}

/** Gives every quiet sense of a phrase that begins at a position, with the end of the phrase. */
export function quietSensesAt(hits: AtomHits, start: number, give: (sense: Sense, end: number) => void): void {
  const { text, trie } = hits
  const roots = rootsAt(trie, text.charCodeAt(start), text.charCodeAt(start + 1))
  const isWordStart = isWordUnit(text.charCodeAt(start)) && !isWordUnit(text.charCodeAt(start - 1))
  if ((roots & BEGINS_WORD) !== 0 && isWordStart) giveQuiet(hits, { start, root: WORD_ROOT }, give)
  if ((roots & BEGINS_INSIDE) !== 0) giveQuiet(hits, { start, root: INSIDE_ROOT }, give)
}

function giveQuiet(
  { text, trie }: AtomHits,
  { start, root }: { readonly start: number; readonly root: number },
  give: (sense: Sense, end: number) => void,
): void {
  let node = root
  for (let at = start; at < text.length && at - start < MAX_PHRASE;) {
    const behind = behindSeparators(text, at)
    node = nextNode(trie, node, trie.signs[behind > at ? BLANK : text.charCodeAt(at)] ?? 0)
    at = Math.max(behind, at + 1)
    if (node === 0) return
    if (((trie.flags[node] ?? 0) & HAS_QUIET_SENSES) === 0) continue
    const isWhole = !isWordUnit(text.charCodeAt(at - 1)) || !isWordUnit(text.charCodeAt(at))
    for (const sense of sensesAt(trie, node)) if (sense.isQuiet && (isWhole || sense.isStem)) give(sense, at)
  }
}

function behindWord(text: string, from: number): number {
  let at = from
  while (at < text.length && isWordUnit(text.charCodeAt(at))) at += 1
  return at
}

/** Behind a few separators; where it began if there are too many to be a gap between words. */
function behindSeparators(text: string, from: number): number {
  let at = from
  while (at < text.length && unitClass(text.charCodeAt(at)) === SPACE) at += 1
  return at - from > MAX_SEPARATORS ? from : at
}
