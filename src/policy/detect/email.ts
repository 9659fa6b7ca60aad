import type { Span } from '../../model/finding.ts'
import type { AddressToken } from './address-token.ts'
import { isEnding, isProvider } from './domains.ts'
import { chainBackward, chainForward } from './host.ts'
import type { LabelChain } from './host.ts'
import { spelledEmail } from './spelled-email.ts'

const TLD = /^[a-z]{2,24}$/u
const LOOKS_LIKE_A_NAME = /[\d_]/u

/** Mail addresses around each at, however at and dot are written. Spans are of the folded text. */
export function findEmails(text: string, tokens: readonly AddressToken[]): readonly Span[] {
  const found: Span[] = []
  for (const [index, token] of tokens.entries()) {
    if (token.kind !== 'at' || token.start < (found.at(-1)?.end ?? 0)) continue
    const span = spelledEmail(text, tokens, index) ?? addressAround(text, tokens, index)
    if (span !== undefined) found.push(span)
  }
  return found
}

function addressAround(text: string, tokens: readonly AddressToken[], at: number): Span | undefined {
  const leftGap = tokens[at - 1]?.kind === 'gap'
  const rightGap = tokens[at + 1]?.kind === 'gap'
  if (tokens[at]?.writing === 'word' && !(leftGap && rightGap)) return undefined
  const local = chainBackward(text, tokens, leftGap ? at - 2 : at - 1)
  const domain = overBreak(text, tokens, chainForward(text, tokens, rightGap ? at + 2 : at + 1))
  const first = tokens[local.at[0] ?? -1]
  const last = lastOfDomain(tokens, domain)
  if (first === undefined || last === undefined) return undefined
  const isLoose = leftGap || rightGap
  if (isLoose && !isMeant(tokens[at], local, domain)) return undefined
  return { start: first.start, end: last.end }
}

/** A domain that a line break cut in two: `@exam` and `ple.com` on the next line. */
function overBreak(text: string, tokens: readonly AddressToken[], domain: LabelChain): LabelChain {
  const index = domain.at.at(-1)
  if (index === undefined || isEnding(domain.labels.at(-1) ?? '') || tokens[index + 1]?.kind !== 'newline')
    return domain
  const rest = chainForward(text, tokens, index + 2)
  if (!rest.isPlain || !isEnding(rest.labels.at(-1) ?? '') || rest.labels.length + domain.labels.length < 3)
    return domain
  return { labels: [...domain.labels, ...rest.labels], at: [...domain.at, ...rest.at], isPlain: domain.isPlain }
}

/** The token the domain ends with: its last known ending, any ending of letters, or a provider without one. */
function lastOfDomain(tokens: readonly AddressToken[], domain: LabelChain): AddressToken | undefined {
  const known = domain.labels.findLastIndex((label, index) => index > 0 && isEnding(label))
  if (known > 0) return tokens[domain.at[known] ?? -1]
  const last = domain.labels.length - 1
  if (last > 0 && domain.isPlain && TLD.test(domain.labels[last] ?? '')) return tokens[domain.at[last] ?? -1]
  return isProvider(domain.labels[0] ?? '') ? tokens[domain.at[0] ?? -1] : undefined
}

/** `look at amazon.de` is no address: with spaces around, more must say that one is meant. */
function isMeant(at: AddressToken | undefined, local: LabelChain, domain: LabelChain): boolean {
  if (at?.writing === 'bracketed') return true
  if (domain.labels.length < 2) return false
  if (at?.writing === 'sign') return domain.labels.some((label, index) => index > 0 && isEnding(label))
  if (!domain.isPlain || isProvider(domain.labels[0] ?? '')) return true
  return local.labels.length > 1 || LOOKS_LIKE_A_NAME.test(local.labels[0] ?? '')
}
