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

/**
 * Whether a word of the languages of `mask` is hurled at somebody: `you pig`, `bunch of clowns`, or as a call of its own:
 * `Liar!`.
 */
export function isHurled(
  { folded, atoms }: { readonly folded: { readonly text: string }; readonly atoms: AtomHits },
  span: Span,
  mask: number,
): boolean {
  const { text } = folded
  const behind = text.charCodeAt(span.end)
  const isEnd = span.end >= text.length || ENDS.has(behind)
  if (!isEnd) return false
  if (isSaidToYou(atoms, span.start, mask)) return true
  return CALLS.has(behind) && beginsSentence(text, span.start)
}

function isSaidToYou(hits: AtomHits, at: number, mask: number): boolean {
  const { atoms, starts, ends, languages } = hits
  const from = firstHitFrom(hits, at)
  for (let hit = from - 1; hit >= 0 && (starts[hit] ?? 0) >= at - MAX_BEFORE; hit -= 1) {
    const gap = at - (ends[hit] ?? 0)
    const isNext = gap >= 0 && gap <= MAX_GAP
    if (atoms[hit] === YOU_ARE && isNext && ((languages[hit] ?? 0) & mask) !== 0) return true
  }
  return false
}

function beginsSentence(text: string, start: number): boolean {
  let at = start - 1
  while (at >= 0 && text.charCodeAt(at) === BLANK) at -= 1
  return at < 0 || BORDERS.has(text.charCodeAt(at))
}
