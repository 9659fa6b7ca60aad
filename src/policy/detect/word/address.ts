import type { Span } from '../../../model/finding.ts'
import { atomId } from '../atom/atoms.ts'
import type { AtomHits } from '../atom/find-atoms.ts'
import { firstHitFrom } from '../atom/look-up.ts'

const YOU_ARE = atomId('youAre')
/** Longest of `youAre` and the gap behind it. */
const MAX_BEFORE = 28
const MAX_GAP = 2
const ENDS = new Set([...',.!?;:)"\n…、。！？'].map((sign) => sign.charCodeAt(0)))
const CALLS = new Set([...',!！、'].map((sign) => sign.charCodeAt(0)))
const BORDERS = new Set([...'.!?\n¡¿"(。！？'].map((sign) => sign.charCodeAt(0)))
const BLANK = 32

/** Whether a word is hurled at somebody: `you pig`, `bunch of clowns`, or as a call of its own: `Liar!`. */
export function isHurled(
  { folded, atoms }: { readonly folded: { readonly text: string }; readonly atoms: AtomHits },
  span: Span,
): boolean {
  const { text } = folded
  const behind = text.charCodeAt(span.end)
  const isEnd = span.end >= text.length || ENDS.has(behind)
  if (!isEnd) return false
  if (isSaidToYou(atoms, span)) return true
  return CALLS.has(behind) && beginsSentence(text, span.start)
}

function isSaidToYou(atoms: AtomHits, span: Span): boolean {
  for (let hit = firstHitFrom(atoms, span.start) - 1; hit >= 0; hit -= 1) {
    if ((atoms.starts[hit] ?? 0) < span.start - MAX_BEFORE) return false
    const gap = span.start - (atoms.ends[hit] ?? 0)
    if (atoms.atoms[hit] === YOU_ARE && gap >= 0 && gap <= MAX_GAP) return true
  }
  return false
}

function beginsSentence(text: string, start: number): boolean {
  let at = start - 1
  while (at >= 0 && text.charCodeAt(at) === BLANK) at -= 1
  return at < 0 || BORDERS.has(text.charCodeAt(at))
}
