import { foldText } from '../fold/fold.ts'

const SPECIAL = /[.*+?^${}()|[\]\\/]/gu
const ENDS_LATIN = /[a-z0-9]$/u
const STARTS_LATIN = /^[a-z0-9]/u

/** Where a word of a lexicon may begin and end: as a whole word, or at least as the beginning of one. */
export type WordEdge = 'whole' | 'beginning'

/**
 * A pattern (global) that finds the words of a list in folded text. The words may be written as people write them; they
 * are folded here, so that lexicon and text always agree. Scripts without spaces match anywhere.
 */
export function lexicon(words: readonly string[], edge: WordEdge = 'whole'): RegExp {
  const folded = [...new Set(words.map((word) => foldText(word).text))].toSorted((a, b) => b.length - a.length)
  const latin = folded.filter((word) => STARTS_LATIN.test(word))
  const other = folded.filter((word) => !STARTS_LATIN.test(word))
  const branches = other.map(literal)
  if (latin.length > 0) branches.unshift(`(?<![a-z0-9])(?:${latin.map((word) => withEdge(word, edge)).join('|')})`)
  return new RegExp(branches.join('|'), 'gu')
}

function withEdge(word: string, edge: WordEdge): string {
  return edge === 'whole' && ENDS_LATIN.test(word) ? `${literal(word)}(?![a-z0-9])` : literal(word)
}

function literal(word: string): string {
  return word.replace(SPECIAL, '\\$&').replace(/ /gu, '[ _-]?')
}
