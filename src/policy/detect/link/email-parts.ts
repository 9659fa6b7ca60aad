import type { Chain } from './chain.ts'
import { isEnding } from './domains.ts'
import type { Sign } from './sign.ts'

/** What stands around an at of a chain: the labels from `first` to `at`, and those behind the sign up to `last`. */
export interface EmailParts {
  readonly chain: Chain
  readonly sign: Sign
  readonly first: number
  readonly at: number
  readonly last: number
}

/** The labels on both sides of the at that joins label `at` to the next, up to the next at or the end. */
export function partsAround(chain: Chain, sign: Sign, at: number): EmailParts {
  let first = at
  while (first > 0 && chain.joins[first - 1]?.kind !== 'at') first -= 1
  let last = at + 1
  while (last < chain.joins.length && chain.joins[last]?.kind !== 'at') last += 1
  return { chain, sign, first, at, last }
}

/** The text of a label; empty where the chain has none of that number. */
export function labelText(text: string, chain: Chain, label: number): string {
  const span = chain.labels[label]
  return span === undefined ? '' : text.slice(span.start, span.end)
}

/** Where a label begins; 0 where the chain has none of that number. */
export function startAt(chain: Chain, label: number): number {
  return chain.labels[label]?.start ?? 0
}

/** Where a label ends; 0 where the chain has none of that number. */
export function endAt(chain: Chain, label: number): number {
  return chain.labels[label]?.end ?? 0
}

/** Number of the last label behind the at that ends hosts and stands behind a dot; nothing if there is none. */
export function lastEnding(text: string, { chain, at, last }: EmailParts): number | undefined {
  for (let label = last; label > at + 1; label -= 1)
    if (chain.joins[label - 1]?.kind === 'dot' && isEnding(bare(labelText(text, chain, label)))) return label
  return undefined
}

/** A label without the dashes that someone put around or between its letters: `-c-o-m`. */
function bare(label: string): string {
  if (!label.startsWith('-') && !label.startsWith('_')) return label
  return label.replaceAll(/[-_]/gu, '')
}
