import type { Span } from '../../../model/finding.ts'
import { atomId } from '../atom/atoms.ts'
import type { Scan } from '../scan.ts'
import { addressAround } from './address-run.ts'
import { findJapaneseAddresses } from './japanese-address.ts'
import { isStreet } from './joints.ts'
import { postcodeAt } from './postcode.ts'
import { tokensOf } from './tokens.ts'
import type { HitCursor, Token } from './tokens.ts'

/** How far from a number its address may reach, in units; a stretch of text around numbers is read as a whole. */
const REACH = 100
/** How far before an address the words stand that announce it. */
const CUE_REACH = 32
const CUE = atomId('addressCue')

/** Postal addresses of the countries of the covered languages. Spans are of the folded text. Linear. */
export function findPostalAddresses(read: Scan): readonly Span[] {
  const found: Span[] = [...findJapaneseAddresses(read)]
  const cursor: HitCursor = { hit: 0 }
  const cues = cueEnds(read)
  for (const stretch of stretchesAroundNumbers(read.folded.text)) {
    const tokens = tokensOf(read, stretch, cursor)
    let behind = 0
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at]
      if (token === undefined || token.start < behind || !isAnchor(tokens, at, token)) continue
      const span = addressAround(tokens, at, (start) => isCued(cues, start))
      if (span === undefined) continue
      found.push(span)
      behind = span.end
    }
  }
  return found
}

function isAnchor(tokens: readonly Token[], at: number, { role }: Token): boolean {
  return isStreet(role) || (role === 'number' && postcodeAt(tokens, at) !== undefined)
}

function cueEnds({ atoms }: Scan): readonly number[] {
  const ends: number[] = []
  for (let hit = 0; hit < atoms.count; hit += 1) if (atoms.atoms[hit] === CUE) ends.push(atoms.ends[hit] ?? 0)
  return ends
}

function isCued(cues: readonly number[], start: number): boolean {
  return cues.some((end) => end <= start && start - end <= CUE_REACH)
}

/** The stretches of text near a digit, at blanks where possible. */
function stretchesAroundNumbers(text: string): readonly Span[] {
  const stretches: { start: number; end: number }[] = []
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at)
    if (unit < 48 || unit > 57) continue
    const last = stretches.at(-1)
    const end = Math.min(text.length, at + REACH)
    if (last !== undefined && at - REACH <= last.end) last.end = end
    else stretches.push({ start: Math.max(0, at - REACH), end })
  }
  return stretches
}
