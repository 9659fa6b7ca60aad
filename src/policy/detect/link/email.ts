import type { Span } from '../../../model/finding.ts'
import type { AddressToken } from './address-token.ts'
import { domainOverBreak, localOverBreak } from './cut-address.ts'
import { isEnding, isProvider } from './domains.ts'
import { chainBackward, chainForward } from './host.ts'
import type { LabelChain } from './host.ts'
import { spelledEmail } from './spelled-email.ts'

const TLD = /^[a-z]{2,24}$/u
const LOOKS_LIKE_A_NAME = /[\d_]/u

/** What stands around an at. Loose: with a space on either side. */
interface Parts {
  readonly at: AddressToken
  readonly local: LabelChain
  readonly domain: LabelChain
  readonly isLoose: boolean
}

/** Mail addresses around each at, however at and dot are written. Spans are of the folded text. */
export function findEmails(text: string, tokens: readonly AddressToken[]): readonly Span[] {
  const found: Span[] = []
  for (let index = 0; index < tokens.length; index += 1) {
    const token = tokens[index]
    if (token?.kind !== 'at' || token.start < (found.at(-1)?.end ?? 0)) continue
    const span = spelledEmail(text, tokens, index) ?? addressOf(text, tokens, partsAround(text, tokens, index))
    if (span !== undefined) found.push(span)
  }
  return found
}

function partsAround(text: string, tokens: readonly AddressToken[], index: number): Parts | undefined {
  const at = tokens[index]
  const left = beside(tokens, index, -1)
  const right = beside(tokens, index, 1)
  if (at === undefined || left === undefined || right === undefined) return undefined
  if (at.writing === 'word' && !(left.isApart && right.isApart)) return undefined
  return {
    at,
    local: localOverBreak(text, tokens, chainBackward(text, tokens, left.index)),
    domain: domainOverBreak(text, tokens, chainForward(text, tokens, right.index)),
    isLoose: left.isApart || right.isApart,
  }
}

/** The label next to an at, over a gap if there is one. */
function beside(
  tokens: readonly AddressToken[],
  at: number,
  step: 1 | -1,
): { index: number; isApart: boolean } | undefined {
  const isApart = tokens[at + step]?.kind === 'gap'
  const index = isApart ? at + 2 * step : at + step
  const token = tokens[index]
  return token?.kind === 'label' || token?.writing === 'word' ? { index, isApart } : undefined
}

function addressOf(text: string, tokens: readonly AddressToken[], parts: Parts | undefined): Span | undefined {
  if (parts === undefined || (parts.isLoose && !isMeant(text, parts))) return undefined
  const first = tokens[parts.local.at[0] ?? -1]
  const last = tokens[parts.domain.at[lastLabel(parts) ?? -1] ?? -1]
  return first === undefined || last === undefined ? undefined : { start: first.start, end: last.end }
}

/** The label the domain ends with: its last known ending, any ending of letters, or the first where none is needed. */
function lastLabel({ local, domain, isLoose }: Parts): number | undefined {
  const known = domain.labels.findLastIndex((label, index) => index > 0 && isEnding(label))
  if (known > 0) return known
  const last = domain.labels.length - 1
  if (last > 0 && domain.isPlain && TLD.test(domain.labels[last] ?? '')) return last
  return isProvider(domain.labels[0] ?? '') || (!isLoose && isNameAtHost(local, domain)) ? 0 : undefined
}

/** `name@host` without an ending, in one piece: nobody writes two words that way for anything else. */
function isNameAtHost(local: LabelChain, domain: LabelChain): boolean {
  const name = local.labels.join('')
  return name.length >= 3 && /[a-z]/u.test(name) && /^[a-z][a-z0-9-]{2,}$/u.test(domain.labels[0] ?? '')
}

/** `look at amazon.de` is no address, nor is French `et`: with spaces around, more must say that one is meant. */
function isMeant(text: string, { at, local, domain }: Parts): boolean {
  if (at.writing === 'bracketed') return true
  if (domain.labels.length < 2) return false
  if (at.writing === 'sign') return domain.labels.some((label, index) => index > 0 && isEnding(label))
  if (!domain.isPlain || local.labels.length > 1 || LOOKS_LIKE_A_NAME.test(local.labels[0] ?? '')) return true
  return isProvider(domain.labels[0] ?? '') && text.slice(at.start, at.end) !== 'et'
}
