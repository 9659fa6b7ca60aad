import type { Span } from '../../../model/finding.ts'
import { atomId } from '../atom/atoms.ts'
import type { Scan } from '../scan.ts'

const HEALTH = atomId('health')

/** Words that tell of somebody's health. Spans are of the folded text. */
export function findHealth({ atoms }: Scan): readonly Span[] {
  const found: Span[] = []
  for (let hit = 0; hit < atoms.count; hit += 1)
    if (atoms.atoms[hit] === HEALTH) found.push({ start: atoms.starts[hit] ?? 0, end: atoms.ends[hit] ?? 0 })
  return found
}
