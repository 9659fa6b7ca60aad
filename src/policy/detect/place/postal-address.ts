import type { Span } from '../../../model/finding.ts'
import { atomId } from '../atom/atoms.ts'
import type { Scan } from '../scan.ts'

const STREET = atomId('streetWord')

/** Postal addresses. Spans are of the folded text. */
export function findPostalAddresses({ atoms }: Scan): readonly Span[] {
  const found: Span[] = []
  for (let hit = 0; hit < atoms.count; hit += 1)
    if (atoms.atoms[hit] === STREET) found.push({ start: atoms.starts[hit] ?? 0, end: atoms.ends[hit] ?? 0 })
  return found
}
