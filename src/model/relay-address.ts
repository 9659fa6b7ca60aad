/** An address of Amazon's relay that stands for one buyer. Made by `parseRelayAddress` alone. */
export type RelayAddress = string & { readonly __address: 'relay' }

const RELAY =
  /^[a-z0-9]{8,40}(?:\+[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})?@marketplace\.amazon\.([a-z]{2,3}(?:\.[a-z]{2})?)$/u
const NOT_A_BUYER = new Set(['donotreply', 'noreply', 'postmaster', 'mailerdaemon'])

/** Reads an exact relay address of one of the marketplaces, or nothing. Quoted or decorated forms are refused. */
export function parseRelayAddress(text: string, marketplaceTlds: readonly string[]): RelayAddress | undefined {
  const address = text.trim().toLowerCase()
  const match = RELAY.exec(address)
  if (!match || !marketplaceTlds.includes(match[1] ?? '')) return undefined
  if (NOT_A_BUYER.has(address.slice(0, address.indexOf('@')))) return undefined
  return address as RelayAddress // proof: matched the whole strict pattern above
}

/** The alias before `+` and `@`: the same for one buyer and one seller on a marketplace. */
export function relayAlias(address: RelayAddress): string {
  return address.slice(0, address.search(/[+@]/u))
}

/** The case id after `+`, if there is one. */
export function relayCase(address: RelayAddress): string | undefined {
  return /\+([0-9a-f-]{36})@/u.exec(address)?.[1]
}
