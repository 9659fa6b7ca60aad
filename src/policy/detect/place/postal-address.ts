import type { Span } from '../../../model/finding.ts'
import { atomId } from '../atom/atoms.ts'
import type { Scan } from '../scan.ts'
import { addressAround } from './address-run.ts'
import type { Cues } from './address-run.ts'
import { findJapaneseAddresses } from './japanese-address.ts'
import { isStreet } from './joints.ts'
import { postcodeAt } from './postcode.ts'
import { stretchesOf } from './stretches.ts'
import type { Token } from './token.ts'
import { tokensOf } from './tokens.ts'
import type { HitCursor } from './tokens.ts'

/** How far before an address the words stand that announce it. */
const CUE_REACH = 32
const CUE = atomId('addressCue')

/** Postal addresses of the countries of the covered languages. Spans are of the folded text. Linear. */
export function findPostalAddresses(read: Scan): readonly Span[] {
  const found: Span[] = [...findJapaneseAddresses(read)]
  const stretches = stretchesOf(read)
  if (stretches.length === 0) return found
  const cursor: HitCursor = { hit: 0 }
  const cues = cuesOf(read)
  for (const stretch of stretches) {
    const tokens = tokensOf(read, stretch, cursor)
    let behind = 0
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.start < behind || !isAnchor(tokens, at, token)) continue
      const span = addressAround(tokens, at, cues)
      if (span === undefined) continue
      found.push(span)
      behind = span.end
    }
  }
  return found
}

/** A street word of a lexicon, a street in one word before its number, or a postcode. */
function isAnchor(tokens: readonly Token[], at: number, token: Token): boolean {
  if (token.hasDigit) return token.role === 'number' && postcodeAt(tokens, at) !== undefined
  return (token.known !== undefined || tokens[at + 1]?.hasDigit === true) && isStreet(token.role)
}

function cuesOf({ atoms }: Scan): Cues {
  const ends: number[] = []
  for (let hit = 0; hit < atoms.count; hit += 1) if (atoms.atoms[hit] === CUE) ends.push(atoms.ends[hit] ?? 0)
  ends.sort((a, b) => a - b)
  const lastUpTo = (position: number): number => ends[behind(ends, position) - 1] ?? -CUE_REACH - 1
  return {
    standBefore: (start) => start - lastUpTo(start) <= CUE_REACH,
    endAt: (end) => lastUpTo(end) === end,
  }
}

/** How many of the sorted numbers are not beyond a limit. */
function behind(sorted: readonly number[], limit: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((sorted[middle] ?? 0) <= limit) low = middle + 1
    else high = middle
  }
  return low
}
