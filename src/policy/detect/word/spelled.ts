import type { Chunk } from './chunk.ts'
import { NOWHERE } from './disguised.ts'
import type { Disguised } from './disguised.ts'
import type { HiddenWord } from './hidden-words.ts'

/** A shorter word must be all that is spelled. */
const FEWEST_AMONG_OTHERS = 4

/** Whether letters apart may spell a word: half of them written as such, and a short word alone. `all` are in the row. */
export function isSpelled(members: readonly Chunk[], all: number): boolean {
  return (
    count(members, 'letters') * 2 >= members.length && (members.length >= FEWEST_AMONG_OTHERS || members.length === all)
  )
}

/** The word that letters apart spell. */
export function spelled(members: readonly Chunk[], hidden: HiddenWord): Disguised {
  return {
    start: members[0]?.start ?? 0,
    end: members.at(-1)?.end ?? 0,
    hidden,
    way: 'apart',
    holes: count(members, 'holes'),
    digits: count(members, 'digits'),
    letters: count(members, 'letters'),
    cut: NOWHERE,
  }
}

function count(members: readonly Chunk[], kind: 'holes' | 'digits' | 'letters'): number {
  return members.filter((member) => member[kind] > 0).length
}
