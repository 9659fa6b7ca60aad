import type { Span } from '../../../model/finding.ts'
import { ATOMS } from '../atom/atoms.ts'
import { atomSet } from '../atom/look-up.ts'
import type { Scan } from '../scan.ts'
import { codeBefore, codeBehind, lockCodeBehind } from './code.ts'
import { bearerToken, keyAt, keyBlock } from './key.ts'
import { passwordBehind, weakPasswordBehind } from './password.ts'
import { seedPhraseBehind } from './seed-phrase.ts'

/** How the value that an atom announces is read. */
const READERS: Readonly<Record<string, (scan: Scan, word: Span) => Span | undefined>> = {
  passwordWord: (scan, { end }) => passwordBehind(scan, end),
  weakPasswordWord: weakPasswordBehind,
  codeWord: (scan, word) => codeBehind(scan, word) ?? codeBefore(scan, word),
  plainCode: lockCodeBehind,
  keyPrefix: ({ folded }, word) => keyAt(folded.text, word),
  keyBlock: ({ folded }, word) => keyBlock(folded.text, word),
  bearer: ({ folded }, { end }) => bearerToken(folded.text, end),
  seedCue: (scan, { end }) => seedPhraseBehind(scan, end),
}

const ANNOUNCERS = atomSet(
  'passwordWord',
  'weakPasswordWord',
  'codeWord',
  'plainCode',
  'keyPrefix',
  'keyBlock',
  'bearer',
  'seedCue',
)

/** Values that follow a word for a secret, and keys known by their prefix. Spans are of the folded text. */
export function findCredentials(scan: Scan): readonly Span[] {
  const { count, atoms, starts, ends } = scan.atoms
  const found: Span[] = []
  for (let hit = 0; hit < count; hit += 1) {
    const id = atoms[hit] ?? 0
    const start = starts[hit] ?? 0
    if (ANNOUNCERS[id] !== 1 || start < (found.at(-1)?.end ?? 0)) continue
    const span = READERS[ATOMS[id] ?? '']?.(scan, { start, end: ends[hit] ?? 0 })
    if (span !== undefined) found.push(span)
  }
  return found
}
