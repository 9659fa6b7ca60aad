import type { PolicyPack } from '../../../model/policy-pack.ts'
import { type RelayAddress, parseRelayAddress } from '../../../model/relay-address.ts'

/** Begins only where a run of its letters begins, so that a long run costs no more than its length. */
const ADDRESS = /(?<![a-z0-9+-])[a-z0-9+-]{8,80}@marketplace\.amazon\.[a-z]{2,3}(?:\.[a-z]{2})?(?![\w-]|\.[\w-])/giu

/** The relay address a notice names; nothing when it names several, since then nobody can tell whose mail it means. */
export function namedAddress(words: string, pack: PolicyPack): RelayAddress | undefined {
  const found = new Set<RelayAddress>()
  for (const [text] of words.matchAll(ADDRESS)) {
    const address = parseRelayAddress(text, pack.marketplaceTlds.values)
    if (address) found.add(address)
  }
  const [only] = found
  return found.size === 1 ? only : undefined
}
