import type { Span } from '../../../model/finding.ts'
import { atomSet, firstHitFrom, isExactly, standsBefore } from '../atom/look-up.ts'
import type { Scan } from '../scan.ts'
import type { Chain } from './chain.ts'
import { hasLetter, isDigitAt, isLetterAt, looksLikeName } from './label.ts'
import type { Sign } from './sign.ts'

/** Names of messengers and networks. */
export const MESSENGERS = atomSet('messenger')
const NOT_A_HANDLE = atomSet('notAHandle')
/** How far a messenger may stand from an at that is not one plain sign before a name. */
const MESSENGER_REACH = 60
const MIN_HANDLE = 2
/** Shorter ones that begin with a digit are measures: `@60fps`. */
const MIN_WITH_DIGIT_FIRST = 6

/** The handle that a chain begins with or holds: `@lena.frost`, `(at)lena_frost` near a messenger. Folded positions. */
export function handleIn(scan: Scan, chain: Chain): Span | undefined {
  const { text } = scan.folded
  const at = chain.lead === undefined ? chain.joins.findIndex(({ kind }) => kind === 'at') : -1
  const sign = chain.lead ?? chain.joins[at]
  const name = chain.labels[at + 1]
  if (sign === undefined || name === undefined || sign.isProviderOnly) return undefined
  const span = handleOf(text, chain, { sign, first: at + 1 })
  if (span === undefined || isExactly(scan.atoms, NOT_A_HANDLE, { start: name.start, end: span.end })) return undefined
  const before = chain.labels[at]
  if (sign.writing === 'sign' && name.start === sign.end && (before?.end ?? 0) < sign.start) return span
  const isName = looksLikeName(text, name.start, span.end) || isMessenger(scan, before)
  return isName && nearMessenger(scan, span) ? span : undefined
}

/** `insta@lena`: the messenger itself stands before the at, or nothing does. */
function isMessenger({ atoms }: Scan, before: Span | undefined): boolean {
  return before === undefined || isExactly(atoms, MESSENGERS, before)
}

/** Whether a messenger is named shortly before or behind a range. */
export function nearMessenger({ atoms }: Scan, { start, end }: Span): boolean {
  if (standsBefore(atoms, MESSENGERS, { at: start, reach: MESSENGER_REACH })) return true
  for (let hit = firstHitFrom(atoms, end); hit < atoms.count; hit += 1) {
    if ((atoms.starts[hit] ?? 0) > end + MESSENGER_REACH) return false
    if (MESSENGERS[atoms.atoms[hit] ?? 0] === 1) return true
  }
  return false
}

function handleOf(text: string, chain: Chain, from: { readonly sign: Sign; readonly first: number }): Span | undefined {
  const name = chain.labels[from.first]
  if (name === undefined) return undefined
  let end = name.end
  for (let label = from.first + 1; label < chain.labels.length; label += 1) {
    const next = chain.labels[label]
    if (next === undefined || !joins(chain, label, end)) break
    end = next.end
  }
  while (end > name.start && '-+'.includes(text.charAt(end - 1))) end -= 1
  return isName(text, name.start, end) ? { start: from.sign.start, end } : undefined
}

/** A dot inside a handle stands tight; a dot that is a word, `lena dot frost`, goes with it too. */
function joins(chain: Chain, label: number, end: number): boolean {
  const join = chain.joins[label - 1]
  if (join === undefined || join.kind === 'at') return false
  return join.writing !== 'sign' || (join.start === end && chain.labels[label]?.start === join.end)
}

function isName(text: string, start: number, end: number): boolean {
  if (end - start < MIN_HANDLE || !hasLetter(text, start, end)) return false
  if (!isDigitAt(text, start)) return isLetterAt(text, start) || text.charCodeAt(start) === 95
  return end - start >= MIN_WITH_DIGIT_FIRST
}
