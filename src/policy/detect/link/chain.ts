import type { Span } from '../../../model/finding.ts'
import { beforeGap, behindGap, behindLineEnd, beforeLineEnd, labelEnd, labelStart } from './label.ts'
import type { Sign } from './sign.ts'

/**
 * Labels with the signs between them: `lena (at) example . com`. `joins[i]` stands between `labels[i]` and
 * `labels[i + 1]`. A chain that begins with an at, `@lena`, has that at as `lead`.
 */
export interface Chain {
  readonly labels: readonly Span[]
  readonly joins: readonly Sign[]
  readonly lead: Sign | undefined
}

/** A name with more parts is none; it also bounds the work at each chain. */
const MAX_LABELS = 16

interface Sides {
  readonly left: Span
  readonly right: Span
}

/** Joins signs to chains; signs that join nothing are left out. Linear. */
export function chainsOf(text: string, signs: readonly Sign[]): readonly Chain[] {
  const chains: Chain[] = []
  let labels: Span[] = []
  let joins: Sign[] = []
  let lead: Sign | undefined
  for (const [index, sign] of signs.entries()) {
    const sides = sidesOf(text, sign, {
      start: signs[index - 1]?.end ?? 0,
      end: signs[index + 1]?.start ?? text.length,
    })
    const last = labels.at(-1)
    const continues = last !== undefined && last.start === sides.left.start && labels.length < MAX_LABELS
    if (!continues && labels.length > 0) {
      chains.push({ labels, joins, lead })
      labels = []
      joins = []
      lead = undefined
    }
    if (!joinsLabels(sign, sides)) continue
    if (isEmpty(sides.left)) lead = sign
    else {
      if (!continues) labels.push(sides.left)
      joins.push(sign)
    }
    labels.push(sides.right)
  }
  if (labels.length > 0) chains.push({ labels, joins, lead })
  return chains
}

function sidesOf(text: string, sign: Sign, limits: Span): Sides {
  const isWord = sign.writing === 'word'
  const before = beforeGap(text, sign.start)
  const behind = behindGap(text, sign.end)
  const leftEnd = isWord && before === sign.start ? beforeLineEnd(text, sign.start) : before
  const rightStart = isWord && behind === sign.end ? behindLineEnd(text, sign.end) : behind
  return {
    left: { start: labelStart(text, leftEnd, limits.start), end: leftEnd },
    right: { start: rightStart, end: labelEnd(text, rightStart, limits.end) },
  }
}

/** A bare dot has a blank on both sides or on none; a bare word has one on both; an at may have none before it. */
function joinsLabels({ kind, writing, start, end }: Sign, { left, right }: Sides): boolean {
  if (isEmpty(right)) return false
  if (isEmpty(left)) return kind === 'at' && writing !== 'word' && right.start === end
  const hasGapBefore = left.end < start
  const hasGapBehind = right.start > end
  if (writing === 'word') return hasGapBefore && hasGapBehind
  if (writing === 'dashed') return !hasGapBefore && !hasGapBehind
  return kind !== 'dot' || writing !== 'sign' || hasGapBefore === hasGapBehind
}

function isEmpty({ start, end }: Span): boolean {
  return start >= end
}

/** Whether every sign of a stretch of a chain is a plain one without blanks around it. */
export function isPlain(chain: Chain, from: number, to: number): boolean {
  for (let label = from; label < to; label += 1) {
    const join = chain.joins[label]
    const [left, right] = [chain.labels[label], chain.labels[label + 1]]
    if (join?.writing !== 'sign' || left?.end !== join.start || right?.start !== join.end) return false
  }
  return true
}
