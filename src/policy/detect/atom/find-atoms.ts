import { isWordUnit, SPACE, unitClass, WORD } from './units.ts'
import { ANY_ENDING, INSIDE_ROOT, nextNode, sensesAt, WORD_ROOT } from './trie.ts'
import type { Sense, Trie } from './trie.ts'

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
}

interface Writing {
  readonly atoms: number[]
  readonly starts: number[]
  readonly ends: number[]
  readonly languages: number[]
}

/** The longest phrase: nothing is followed further, so that time stays linear. */
const MAX_PHRASE = 80
/** How many separators in a row count as one space inside a phrase. */
const MAX_SEPARATORS = 3
const BLANK = 32

/** Finds every phrase of the lexicons in a folded text in one pass; phrases may overlap. */
export function findAtoms(text: string, trie: Trie): AtomHits {
  const hits: Writing = { atoms: [], starts: [], ends: [], languages: [] }
  let isInWord = false
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    const kind = unitClass(unit)
    if (kind === WORD && !isInWord) walk(text, at, trie, WORD_ROOT, hits)
    if (kind !== SPACE && trie.beginsInside[unit] === 1) walk(text, at, trie, INSIDE_ROOT, hits)
    isInWord = kind === WORD
  }
  return { count: hits.atoms.length, ...hits }
}

function walk(text: string, start: number, trie: Trie, root: number, hits: Writing): void {
  follow({ text, start, trie, hits }, start, root)
}

interface Walk {
  readonly text: string
  /** Where the phrase began. */
  readonly start: number
  readonly trie: Trie
  readonly hits: Writing
}

function follow(walking: Walk, from: number, root: number): void {
  const { text, start, trie, hits } = walking
  const limit = Math.min(text.length, start + MAX_PHRASE)
  let node = root
  for (let at = from; at < limit;) {
    const unit = text.charCodeAt(at)
    if (unitClass(unit) === SPACE) {
      const behind = behindSeparators(text, at)
      node = behind === at ? 0 : nextNode(trie, node, BLANK)
      at = behind
    } else {
      node = nextNode(trie, node, unit)
      at += 1
    }
    if (node === 0) return
    if (trie.takesEnding[node] === 1) follow(walking, behindWord(text, at), nextNode(trie, node, ANY_ENDING))
    if (trie.group[node] === 0) continue
    const isWhole = !isWordUnit(text.charCodeAt(at - 1)) || at >= text.length || !isWordUnit(text.charCodeAt(at))
    for (const sense of sensesAt(trie, node)) if (isWhole || sense.isStem) put(hits, sense, start, at)
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

function put(hits: Writing, { atom, languages }: Sense, start: number, end: number): void {
  hits.atoms.push(atom)
  hits.languages.push(languages)
  hits.starts.push(start)
  hits.ends.push(end)
}
