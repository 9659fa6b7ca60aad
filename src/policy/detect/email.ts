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
  if (!isNamed(tokens, at - (leftGap ? 2 : 1)) || !isNamed(tokens, at + (rightGap ? 2 : 1))) return undefined
  const local = localOverBreak(text, tokens, chainBackward(text, tokens, leftGap ? at - 2 : at - 1))
  const domain = domainOverBreak(text, tokens, chainForward(text, tokens, rightGap ? at + 2 : at + 1))
  const isLoose = leftGap || rightGap
  const first = tokens[local.at[0] ?? -1]
  const last = lastOfDomain(tokens, domain) ?? (isLoose ? undefined : lastOfName(tokens, local, domain))
  if (first === undefined || last === undefined) return undefined
  if (isLoose && !isMeant(text, tokens[at], { local, domain })) return undefined
  return { start: first.start, end: last.end }
}

function isNamed(tokens: readonly AddressToken[], index: number): boolean {
  const token = tokens[index]
  return token?.kind === 'label' || token?.writing === 'word'
}

/** A local part that a line break cut in two: `jo.ex` at the end of a line and `ample@` on the next. */
function localOverBreak(text: string, tokens: readonly AddressToken[], local: LabelChain): LabelChain {
  const index = local.at[0]
  if (index === undefined || tokens[index - 1]?.kind !== 'newline' || tokens[index - 2]?.kind !== 'label') return local
  const rest = chainBackward(text, tokens, index - 2)
  const looksCut = rest.isPlain && (rest.labels.length > 1 || (rest.labels[0] ?? '').includes('_'))
  return looksCut ? { ...local, labels: [...rest.labels, ...local.labels], at: [...rest.at, ...local.at] } : local
}

/** A domain that a line break cut in two: `@exam` and `ple.com` on the next line. */
function domainOverBreak(text: string, tokens: readonly AddressToken[], domain: LabelChain): LabelChain {
  const index = domain.at.at(-1)
  if (index === undefined || isEnding(domain.labels.at(-1) ?? '') || tokens[index + 1]?.kind !== 'newline')
    return domain
  const rest = chainForward(text, tokens, index + 2)
  if (!rest.isPlain || !isEnding(rest.labels.at(-1) ?? '') || rest.labels.length + domain.labels.length < 3)
    return domain
  return { ...domain, labels: [...domain.labels, ...rest.labels], at: [...domain.at, ...rest.at] }
}

/** The token the domain ends with: its last known ending, any ending of letters, or a provider without one. */
function lastOfDomain(tokens: readonly AddressToken[], domain: LabelChain): AddressToken | undefined {
  const known = domain.labels.findLastIndex((label, index) => index > 0 && isEnding(label))
  if (known > 0) return tokens[domain.at[known] ?? -1]
  const last = domain.labels.length - 1
  if (last > 0 && domain.isPlain && TLD.test(domain.labels[last] ?? '')) return tokens[domain.at[last] ?? -1]
  return isProvider(domain.labels[0] ?? '') ? tokens[domain.at[0] ?? -1] : undefined
}

/** `name@host` without an ending, in one piece: nobody writes two words that way for anything else. */
function lastOfName(tokens: readonly AddressToken[], local: LabelChain, domain: LabelChain): AddressToken | undefined {
  const isName = /[a-z]/u.test(local.labels.join('')) && local.labels.join('').length >= 3
  return isName && /^[a-z][a-z0-9-]{2,}$/u.test(domain.labels[0] ?? '') ? tokens[domain.at[0] ?? -1] : undefined
}

/** `look at amazon.de` is no address, nor is French `et`: with spaces around, more must say that one is meant. */
function isMeant(
  text: string,
  at: AddressToken | undefined,
  parts: { local: LabelChain; domain: LabelChain },
): boolean {
  const { local, domain } = parts
  if (at === undefined || at.writing === 'bracketed') return true
  if (domain.labels.length < 2) return false
  if (at.writing === 'sign') return domain.labels.some((label, index) => index > 0 && isEnding(label))
  if (!domain.isPlain || local.labels.length > 1 || LOOKS_LIKE_A_NAME.test(local.labels[0] ?? '')) return true
  return isProvider(domain.labels[0] ?? '') && text.slice(at.start, at.end) !== 'et'
}
