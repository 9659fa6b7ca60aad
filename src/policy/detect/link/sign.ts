import type { Span } from '../../../model/finding.ts'
import { isBlankAt, isLabelAt } from './label.ts'

/** What joins labels: an at, a dot, or a dash or underscore that is spelled as a word. */
export type SignKind = 'at' | 'dot' | 'dash'

/**
 * How it is written: the sign itself; set apart by brackets or the like, `(at)`, `*dot*`; between dashes, `-dot-`, which
 * may be a part of a name; or as a bare word, which may also be just a word.
 */
export type Writing = 'sign' | 'bracketed' | 'dashed' | 'word'

export interface Sign extends Span {
  readonly kind: SignKind
  readonly writing: Writing
  /** A word that means "at" only before the name of a mail provider: `bei gmx`. */
  readonly isProviderOnly: boolean
}

const OPENERS = '([{<«"\'*|/\\~=#^,“”„「『【〔‹–_'
const CLOSERS = ')]}>»"\'*|/\\~=#^,“”„」』】〕›–_'
const MAX_BRACKETS = 2
const DASH = 45
/** Japanese has no blanks between words, so that its words for signs stand tight. */
const FIRST_KANA = 0x3040

/** A word or sign with the brackets around it, if there are any on both sides; at most one blank inside. */
export function withBrackets(text: string, { start, end }: Span): Span | undefined {
  let left = text.charCodeAt(start - 1) === 32 ? start - 1 : start
  let right = text.charCodeAt(end) === 32 ? end + 1 : end
  const inside = { left, right }
  while (inside.left - left < MAX_BRACKETS && left > 0 && OPENERS.includes(text.charAt(left - 1))) left -= 1
  while (right - inside.right < MAX_BRACKETS && right < text.length && CLOSERS.includes(text.charAt(right))) right += 1
  return left < inside.left && right > inside.right ? { start: left, end: right } : undefined
}

/** A word for a sign, as it is written in the text; nothing where it stands inside a word or beside a real @. */
export function wordSign(text: string, word: Span, kind: SignKind, isProviderOnly: boolean): Sign | undefined {
  const brackets = withBrackets(text, word)
  if (brackets !== undefined && !touchesAt(text, brackets))
    return { kind, writing: 'bracketed', ...brackets, isProviderOnly }
  const { start, end } = word
  if (text.charCodeAt(start) >= FIRST_KANA) return { kind, writing: 'bracketed', start, end, isProviderOnly }
  const isDashed = text.charCodeAt(start - 1) === DASH && text.charCodeAt(end) === DASH
  if (isDashed && !touchesAt(text, word))
    return { kind, writing: 'dashed', start: start - 1, end: end + 1, isProviderOnly }
  return isGapAt(text, start - 1) && isGapAt(text, end)
    ? { kind, writing: 'word', start, end, isProviderOnly }
    : undefined
}

const MAX_PART = 64
const AT = 64
const DOT = 46

/** Whether the labels and dots that a word hangs on lead to a real @: then the word is a part of a name. */
function touchesAt(text: string, { start, end }: Span): boolean {
  let right = end
  while (right - end < MAX_PART && (isLabelAt(text, right) || text.charCodeAt(right) === DOT)) right += 1
  if (text.charCodeAt(right) === AT) return true
  let left = start
  while (start - left < MAX_PART && left > 0 && (isLabelAt(text, left - 1) || text.charCodeAt(left - 1) === DOT))
    left -= 1
  return text.charCodeAt(left - 1) === AT
}

function isGapAt(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code === 10 || code === 13 || isBlankAt(text, at)
}
