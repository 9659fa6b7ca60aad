import type { PolicyPack } from '../../model/policy-pack.ts'
import { hostName } from './signature-tags.ts'

/** What is read of a policy pack to know Amazon's domains. */
export type AmazonDomains = Pick<PolicyPack, 'amazonDomains'>

/** The widest of the pack's Amazon domains that a host is or lies below, or nothing. `amazon.com.evil.test` is in none. */
export function amazonDomainOf(host: string, pack: AmazonDomains): string | undefined {
  const name = hostName(host)
  if (name === undefined) return undefined
  const found = pack.amazonDomains.values.filter((domain) => name === domain || name.endsWith(`.${domain}`))
  return found.sort((one, other) => one.length - other.length)[0]
}
