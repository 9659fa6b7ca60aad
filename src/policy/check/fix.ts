import type { Fix, Span } from '../../model/finding.ts'
import type { RuleForce } from '../../model/finding.ts'
import type { PolicyPack, RuleId } from '../../model/policy-pack.ts'
import type { Hit } from './finding-of.ts'
import type { LanguageGuess } from '../detect/language/evidence.ts'
import { plainSentence, safeSentence } from './safe-sentence.ts'
import { withoutEmoji } from './style.ts'

export interface FixContext {
  readonly pack: PolicyPack
  readonly sentences: readonly Span[]
  readonly language: LanguageGuess
  /** BCP 47 language to write in where the text does not tell its own. */
  readonly wanted?: string | undefined
}

/** Sentences that one fix covers, and the rules broken in them. */
interface Passage {
  span: Span
  readonly hits: [Hit, ...Hit[]]
}

const FORCES: readonly RuleForce[] = ['never', 'by-two', 'advice']

/** Rules about the whole text, about blanks, or about what only a person can judge: no sentence is changed for them. */
const OF_NO_SENTENCE: ReadonlySet<RuleId> = new Set([
  'OUT-032',
  'OUT-044',
  'OUT-052',
  'OUT-053',
  'OUT-061',
  'OUT-087',
  'OUT-094',
])

/**
 * One fix for each hit, in the same order; hits in the same sentence share theirs, so that fixes never contradict each
 * other. Nothing for advice about the whole text: no machine can shorten or calm it.
 */
export function fixesOf(text: string, hits: readonly Hit[], context: FixContext): readonly (Fix | undefined)[] {
  const passages = passagesOf(hits, context)
  const fixes = new Map<Hit, Fix>()
  const leavesNothing = passages.length > 0 && isAllCovered(passages, context.sentences)
  for (const [index, passage] of passages.entries()) {
    const fix = fixOf(text, passage, { ...context, mustSpeak: leavesNothing && index === 0 })
    for (const hit of passage.hits) fixes.set(hit, fix)
  }
  return hits.map((hit) => (hit.rule === 'OUT-052' ? shorterBreak(hit, context) : fixes.get(hit)))
}

function passagesOf(hits: readonly Hit[], context: FixContext): readonly Passage[] {
  const local = hits.filter((hit) => !OF_NO_SENTENCE.has(hit.rule))
  const all = context.sentences
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

/** Whether every sentence would be replaced or deleted. */
function isAllCovered(passages: readonly Passage[], all: readonly Span[]): boolean {
  return all.every(({ start, end }) => passages.some(({ span }) => span.start <= start && span.end >= end))
}

function fixOf(text: string, passage: Passage, context: FixContext & { readonly mustSpeak: boolean }): Fix {
  const { span, hits } = passage
  const grave = gravest(hits, context.pack)
  if (grave.rule === 'OUT-050') {
    const clean = withoutEmoji(text.slice(span.start, span.end))
    if (/[\p{L}\p{N}]/u.test(clean)) return { label: 'Remove emoji', span, text: clean }
    if (!context.mustSpeak) return { label: 'Delete', span, text: '' }
  }
  const found = safeSentence(grave.rule, context.language)
  const replacement = found === '' && context.mustSpeak ? plainSentence(context) : found
  return { label: replacement === '' ? 'Delete sentence' : 'Replace sentence', span, text: replacement }
}

/** The rule of the greatest force; an emoji counts least, since its sentence can stay. */
function gravest(hits: readonly [Hit, ...Hit[]], pack: PolicyPack): Hit {
  const weight = ({ rule }: Hit): number => (rule === 'OUT-050' ? 9 : FORCES.indexOf(pack.rules[rule].force))
  return hits.reduce((worst, hit) => (weight(hit) < weight(worst) ? hit : worst))
}

function shorterBreak(hit: Hit, context: FixContext): Fix {
  return { label: 'Shorten', span: hit.span, text: '\n'.repeat(context.pack.limits.lineBreaksInARow.value) }
}
