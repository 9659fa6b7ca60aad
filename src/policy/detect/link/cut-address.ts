import type { AddressToken } from './address-token.ts'
import { isEnding } from './domains.ts'
import { chainBackward, chainForward } from './host.ts'
import type { LabelChain } from './host.ts'

/** A local part that a line break cut in two: `jo.ex` at the end of a line and `ample@` on the next. */
export function localOverBreak(text: string, tokens: readonly AddressToken[], local: LabelChain): LabelChain {
  const index = local.at[0]
  if (index === undefined || tokens[index - 1]?.kind !== 'newline' || tokens[index - 2]?.kind !== 'label') return local
  const rest = chainBackward(text, tokens, index - 2)
  const looksCut = rest.isPlain && (rest.labels.length > 1 || (rest.labels[0] ?? '').includes('_'))
  return looksCut ? { ...local, labels: [...rest.labels, ...local.labels], at: [...rest.at, ...local.at] } : local
}

/** A domain that a line break cut in two: `@exam` and `ple.com` on the next line. */
export function domainOverBreak(text: string, tokens: readonly AddressToken[], domain: LabelChain): LabelChain {
  const index = domain.at.at(-1)
  if (index === undefined || isEnding(domain.labels.at(-1) ?? '') || tokens[index + 1]?.kind !== 'newline')
    return domain
  const rest = chainForward(text, tokens, index + 2)
  if (!rest.isPlain || !isEnding(rest.labels.at(-1) ?? '') || rest.labels.length + domain.labels.length < 3)
    return domain
  return { ...domain, labels: [...domain.labels, ...rest.labels], at: [...domain.at, ...rest.at] }
}
