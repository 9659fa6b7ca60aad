import type { Span } from '../../../model/finding.ts'
import { atomId } from '../atom/atoms.ts'
import type { Scan } from '../scan.ts'

const INSULT = atomId('insult')

/** Insults and obscene words, also disguised ones. Spans are of the folded text. */
export function findAbuse({ atoms }: Scan): readonly Span[] {
  const found: Span[] = []
  for (let hit = 0; hit < atoms.count; hit += 1)
    if (atoms.atoms[hit] === INSULT) found.push({ start: atoms.starts[hit] ?? 0, end: atoms.ends[hit] ?? 0 })
  return found
}
