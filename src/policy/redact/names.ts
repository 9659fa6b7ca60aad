import type { Detection } from '../detect/detection.ts'
import { foldText, unfold } from '../detect/fold/fold.ts'

/** A shorter name would mask half of a text. */
const SHORTEST_NAME = 3
const SPECIAL = /[.*+?^${}()|[\]\\/-]/gu

/** Where the given names stand as whole words, whatever their case, accents and blanks. */
export function namesIn(text: string, names: readonly string[]): readonly Detection[] {
  const wanted = names.map((name) => foldText(name).text.trim()).filter((name) => name.length >= SHORTEST_NAME)
  if (wanted.length === 0) return []
  const folded = foldText(text)
  const longestFirst = wanted.toSorted((a, b) => b.length - a.length)
  const branches = longestFirst.map((name) => name.replace(SPECIAL, '\\$&').replace(/\s+/gu, '\\s+'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${branches.join('|')})(?![\\p{L}\\p{N}])`, 'gu')
  return [...folded.text.matchAll(pattern)].map(({ index, 0: written }) => ({
    kind: 'PERSON',
    ...unfold(folded, { start: index, end: index + written.length }),
  }))
}
