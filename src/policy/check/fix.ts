import type { Fix, Span } from '../../model/finding.ts'
import type { PolicyPack } from '../../model/policy-pack.ts'
import type { Detection } from '../detect/detection.ts'
import type { Hit } from './finding-of.ts'
import type { LanguageGuess } from './language.ts'
import { safeSentence } from './safe-sentence.ts'
import { sentences } from './sentence.ts'
import { withoutEmoji } from './style.ts'

export interface FixContext {
  readonly pack: PolicyPack
  /** Every value found in the text; none of them ends a sentence. */
  readonly values: readonly Detection[]
  readonly language: LanguageGuess
}

/** Sentences that one fix covers, and the rules broken in them. */
interface Passage {
  span: Span
  readonly hits: Hit[]
}

/**
 * One fix for each hit, in the same order; hits in the same sentence share theirs, so that fixes never contradict each
 * other. Nothing for advice about the whole text: no machine can shorten or calm it.
 */
export function fixesOf(text: string, hits: readonly Hit[], context: FixContext): readonly (Fix | undefined)[] {
  const passages = passagesOf(text, hits, context)
  const fixes = new Map<Hit, Fix>()
  for (const passage of passages) {
    const fix = fixOf(text, passage, context)
    for (const hit of passage.hits) fixes.set(hit, fix)
  }
  return hits.map((hit) => (hit.rule === 'OUT-052' ? shorterBreak(hit, context) : fixes.get(hit)))
}

function passagesOf(text: string, hits: readonly Hit[], context: FixContext): readonly Passage[] {
  const local = hits.filter((hit) => hit.rule !== 'OUT-052' && hit.rule !== 'OUT-044' && hit.rule !== 'OUT-053')
  if (local.length === 0) return []
  const all = sentences(text, context.values)
  const passages: Passage[] = []
  let from = 0
  for (const hit of local) {
    while (from < all.length - 1 && (all[from]?.end ?? 0) <= hit.span.start) from += 1
    const span = covering(all, from, hit.span)
    const last = passages.at(-1)
    if (last === undefined || span.start >= last.span.end) passages.push({ span, hits: [hit] })
    else {
      last.span = { start: last.span.start, end: Math.max(last.span.end, span.end) }
      last.hits.push(hit)
    }
  }
  return passages
}

/** The sentences from `from` on that a range touches, as one range. */
function covering(all: readonly Span[], from: number, range: Span): Span {
  let to = from
  while (to < all.length - 1 && (all[to + 1]?.start ?? 0) < range.end) to += 1
  return { start: Math.min(all[from]?.start ?? range.start, range.start), end: Math.max(all[to]?.end ?? 0, range.end) }
}

function fixOf(text: string, passage: Passage, context: FixContext): Fix {
  const { span, hits } = passage
  const grave = hits.find((hit) => hit.rule !== 'OUT-050')
  if (grave === undefined) {
    const clean = withoutEmoji(text.slice(span.start, span.end))
    return /[\p{L}\p{N}]/u.test(clean)
      ? { label: 'Remove emoji', span, text: clean }
      : { label: 'Delete', span, text: '' }
  }
  const replacement = safeSentence(grave.rule, context.language)
  return { label: replacement === '' ? 'Delete sentence' : 'Replace sentence', span, text: replacement }
}

function shorterBreak(hit: Hit, context: FixContext): Fix {
  return { label: 'Shorten', span: hit.span, text: '\n'.repeat(context.pack.limits.lineBreaksInARow.value) }
}
