import type { Span } from '../../model/finding.ts'
import type { AddressToken } from './address-token.ts'
import { isEnding } from './domains.ts'
import { chainForward } from './host.ts'
import type { LabelChain } from './host.ts'

const SCHEME =
  /(?<![a-z0-9])(?:h(?:tt|xx)ps?|ftp) ?[:[\]]{1,3} ?\/\/ ?|(?<![a-z0-9])(?:javascript|vbscript|data:text\/|mailto):/gu
const URL_UNIT = /[!#-;=?-[\]_a-z|~]/u
const TRAILING = /[.,;:!?)\]}'*]/u
const MAX_URL = 2_000
const TLD = /^[a-z]{2,24}$/u

/** Links: with a scheme, with `www.`, or a bare host with a known ending. Spans are of the folded text. */
export function findUrls(
  text: string,
  tokens: readonly AddressToken[],
  original: (at: number) => string,
): readonly Span[] {
  const found: Span[] = []
  for (const match of text.matchAll(SCHEME)) {
    const end = endOfUrl(text, match.index + match[0].length)
    if (end > match.index + match[0].length) found.push({ start: match.index, end })
  }
  let behind = 0
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token === undefined || index < behind || token.kind === 'gap' || token.kind === 'other') continue
    const chain = chainForward(text, tokens, index)
    const last = lastOfHost(tokens, chain, original)
    if (last !== undefined) found.push({ start: token.start, end: endOfPath(text, last.end) })
    behind = (chain.at.at(-1) ?? index) + 1
  }
  return found
}

function lastOfHost(
  tokens: readonly AddressToken[],
  chain: LabelChain,
  original: (at: number) => string,
): AddressToken | undefined {
  const isWeb = /^www\d?$/u.test(chain.labels[0] ?? '') && chain.labels.length > 2
  const known = chain.labels.findLastIndex((label, index) => index > 0 && isEnding(label))
  const index = known < 1 && isWeb && TLD.test(chain.labels.at(-1) ?? '') ? chain.labels.length - 1 : known
  const last = tokens[chain.at[index] ?? -1]
  const name = chain.labels[index - 1]
  if (last === undefined || name === undefined) return undefined
  if (isWeb) return last
  if (name.length < 2 || !/[a-z]/u.test(name)) return undefined
  return isGluedSentence(original(last.start), original(last.start - 2)) ? undefined : last
}

/** `arrived.It was` is a missing space: the ending begins with a capital though the name before it ends small. */
function isGluedSentence(firstOfEnding: string, lastOfName: string): boolean {
  return firstOfEnding !== firstOfEnding.toLowerCase() && lastOfName === lastOfName.toLowerCase()
}

function endOfPath(text: string, hostEnd: number): number {
  return /[/:?#]/u.test(text.charAt(hostEnd)) && URL_UNIT.test(text.charAt(hostEnd + 1))
    ? endOfUrl(text, hostEnd)
    : hostEnd
}

function endOfUrl(text: string, start: number): number {
  let end = start
  while (end < text.length && end - start < MAX_URL && URL_UNIT.test(text.charAt(end))) end += 1
  while (end > start && TRAILING.test(text.charAt(end - 1))) end -= 1
  return end
}
