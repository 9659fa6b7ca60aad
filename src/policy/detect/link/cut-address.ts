import type { Span } from '../../../model/finding.ts'
import { isEnding } from './domains.ts'
import { behindLineEnd, beforeLineEnd, isDigitAt, isLabelAt, labelEnd, labelStart, looksLikeName } from './label.ts'

/*
 * Mail programs break long lines, and people break addresses on purpose: an address goes on behind one line end where its
 * part alone cannot be whole.
 */

const DOT = 46
/** How many labels of a local part or host may stand on the other line. */
const MAX_PARTS = 4
/** Two letters before an at are the rest of a long word before the break, not a name of their own. */
const MAX_REST = 2
const MIN_HEAD = 6
/** A longer ending on a line of its own is a word. */
const MAX_CUT_ENDING = 6

/** The start of a local part of which the beginning stands on the line before: `jo.ex` and, on the next, `ample@`. */
export function startOverBreak(text: string, local: Span): number {
  const before = beforeLineEnd(text, local.start)
  if (before === local.start) return local.start
  const end = text.charCodeAt(before - 1) === DOT ? before - 1 : before
  const start = chainStart(text, end)
  if (start === end) return local.start
  const isRest = !isPlainWord(text, local) || (local.end - local.start <= MAX_REST && before - start >= MIN_HEAD)
  const isCut = end < before || text.slice(start, end).includes('.') || looksLikeName(text, start, end)
  return isCut || isRest ? start : local.start
}

/** What no local part begins with: a digit, a dot or a dash, as in `77@example.com`. */
function isPlainWord(text: string, local: Span): boolean {
  return !isDigitAt(text, local.start) && !'-_+'.includes(text.charAt(local.start))
}

function chainStart(text: string, end: number): number {
  let start = labelStart(text, end)
  for (let part = 1; part < MAX_PARTS && start < end && text.charCodeAt(start - 1) === DOT; part += 1) {
    const next = labelStart(text, start - 1)
    if (next === start - 1) break
    start = next
  }
  return start
}

/** Where a host ends that a line end cut in two: `exam` and `ple.com`, `example.` and `com`, `example.c` and `om`. */
export function endOverBreak(text: string, domain: Span): number {
  const hasDot = text.charCodeAt(domain.end) === DOT
  const next = behindLineEnd(text, hasDot ? domain.end + 1 : domain.end)
  if (next === domain.end || (hasDot && next === domain.end + 1)) return domain.end
  const host = text.slice(domain.start, domain.end)
  const last = host.slice(host.lastIndexOf('.') + 1)
  const isDotFirst = text.charCodeAt(next) === DOT
  const begin = isDotFirst ? next + 1 : next
  const end = hostEnd(text, begin)
  const rest = text.slice(begin, end)
  if (rest.includes('.')) {
    const isWhole = host.includes('.') && isEnding(last) && !hasDot
    return !isWhole && isEnding(rest.slice(rest.lastIndexOf('.') + 1)) ? end : domain.end
  }
  const ending = isDotFirst || hasDot ? rest : host.includes('.') ? last + rest : ''
  return isSureEnding(ending) && ending.length <= MAX_CUT_ENDING ? end : domain.end
}

/** Endings that are no word of a sentence that may begin on the next line. */
function isSureEnding(word: string): boolean {
  return /^(?:com|net|org|info|biz|co|uk|jp|fr|pl|nl|pt|br|eu|tr|de|es|it|se|shop|store|online|xyz)$/u.test(word)
}

function hostEnd(text: string, from: number): number {
  let end = labelEnd(text, from)
  for (let part = 1; part < MAX_PARTS && text.charCodeAt(end) === DOT && isLabelAt(text, end + 1); part += 1)
    end = labelEnd(text, end + 1)
  return end
}
