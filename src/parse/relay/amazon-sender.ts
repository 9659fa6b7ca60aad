import type { PolicyPack } from '../../model/policy-pack.ts'

const PLAIN_ADDRESS = /^[a-z0-9][a-z0-9._+-]*@([a-z0-9.-]+)$/u

/**
 * Whether an address is one of Amazon's own: exactly a domain the pack names, or the relay's. Look-alikes, subdomains
 * and quoted forms are not. It tells who the mail claims to be from; whether that is true is for its signature to say.
 */
export function isAmazonSender(address: string, pack: PolicyPack): boolean {
  const domain = PLAIN_ADDRESS.exec(address.toLowerCase())?.[1]
  if (domain === undefined) return false
  if (pack.amazonDomains.values.includes(domain)) return true
  return pack.marketplaceTlds.values.some((tld) => domain === `marketplace.amazon.${tld}`)
}
