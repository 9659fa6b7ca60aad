import type { AddressToken } from './address-token.ts'

/** Labels with dots between them, from token `first` up to token `behind`. */
export interface LabelChain {
  readonly labels: readonly string[]
  /** For each label the index of its token. */
  readonly at: readonly number[]
  /** Whether every dot is a plain `.` without spaces. */
  readonly isPlain: boolean
}

/** A name longer than this is no host; it also bounds the work at each start. */
const MAX_LABELS = 12

/** Reads `label (dot label)*` forward from a token, over dots of every writing. Empty if no label stands there. */
export function chainForward(text: string, tokens: readonly AddressToken[], from: number): LabelChain {
  return chain(text, tokens, { from, step: 1 })
}

/** The same backward, for the local part of an address; the labels come in the order of the text. */
export function chainBackward(text: string, tokens: readonly AddressToken[], from: number): LabelChain {
  const read = chain(text, tokens, { from, step: -1 })
  return { labels: read.labels.toReversed(), at: read.at.toReversed(), isPlain: read.isPlain }
}

function chain(text: string, tokens: readonly AddressToken[], way: { from: number; step: 1 | -1 }): LabelChain {
  const labels: string[] = []
  const at: number[] = []
  let isPlain = true
  let index: number | undefined = isLabel(tokens[way.from]) ? way.from : undefined
  while (index !== undefined && labels.length < MAX_LABELS) {
    const token = tokens[index]
    if (token === undefined) break
    labels.push(text.slice(token.start, token.end))
    at.push(index)
    const next = overDot(tokens, index, way.step)
    if (next !== undefined && Math.abs(next - index) > 2) isPlain = false
    if (next !== undefined && tokens[index + way.step]?.writing !== 'sign') isPlain = false
    index = next
  }
  return { labels, at, isPlain }
}

/** The label on the other side of a dot: `.` may stand bare or with spaces on both sides, a word needs both spaces. */
function overDot(tokens: readonly AddressToken[], index: number, step: 1 | -1): number | undefined {
  const hasGap = tokens[index + step]?.kind === 'gap'
  const dotAt = hasGap ? index + 2 * step : index + step
  const dot = tokens[dotAt]
  if (dot?.kind !== 'dot') return undefined
  const hasGapBehind = tokens[dotAt + step]?.kind === 'gap'
  if (dot.writing === 'word' && !(hasGap && hasGapBehind)) return undefined
  if (dot.writing === 'sign' && hasGap !== hasGapBehind) return undefined
  const next = hasGapBehind ? dotAt + 2 * step : dotAt + step
  return isLabel(tokens[next]) ? next : undefined
}

/** A dot or at written as a word is a label where its place asks for one, as in `dot.example`. */
function isLabel(token: AddressToken | undefined): boolean {
  return token !== undefined && (token.kind === 'label' || token.writing === 'word')
}
