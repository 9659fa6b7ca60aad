import { date, list, object, readSources, sourceKey, text, type Sources } from './json-reader.ts'
import json from './marketplaces-2026-11-23.json' with { type: 'json' }

/** One of Amazon's shops. Whether its relay is believed is for `PolicyPack.marketplaceTlds` to say. */
export interface Marketplace {
  /** Amazon's id, such as A1PA6795UKMFR9. */
  readonly id: string
  /** The end of its addresses, such as `de` or `com.br`; Seller Central and the relay have the same. */
  readonly tld: string
  /** Its buyers' language, such as de-DE; templates follow the seller's, not this. */
  readonly language: string
  /** IANA name of the zone its buyers live in; of several the one Amazon's own days follow. */
  readonly timeZone: string
  /** ISO 4217, such as EUR. */
  readonly currency: string
}

let loaded: readonly Marketplace[] | undefined

/** Every marketplace known. Read at the first call and kept; throws Fault `pack.invalid` if the file is damaged. */
export function marketplaces(): readonly Marketplace[] {
  loaded ??= readMarketplaces(json)
  return loaded
}

/** The marketplace of an id, or nothing. */
export function marketplaceOf(marketplaceId: string | undefined): Marketplace | undefined {
  return marketplaces().find(({ id }) => id === marketplaceId)
}

/** The marketplace whose addresses end so, or nothing. */
export function marketplaceOfTld(tld: string): Marketplace | undefined {
  return marketplaces().find((marketplace) => marketplace.tld === tld)
}

/** The end of the host of a marketplace's Seller Central: `sellercentral.amazon.<tld>`; nothing for an unknown id. */
export function sellerCentralTldOf(marketplaceId: string | undefined): string | undefined {
  return marketplaceOf(marketplaceId)?.tld
}

/** Reads the data file of marketplaces; throws Fault `pack.invalid`, whose detail names the first thing wrong. */
export function readMarketplaces(value: unknown): readonly Marketplace[] {
  const root = object(value, 'marketplaces')
  date(root['date'], 'date')
  const sources = readSources(root['sources'])
  return list(root['marketplaces'], 'marketplaces', (entry, at) => readMarketplace(entry, at, sources))
}

function readMarketplace(value: unknown, at: string, sources: Sources): Marketplace {
  const entry = object(value, at)
  sourceKey(entry['source'], at, sources)
  return {
    id: text(entry['id'], `${at}.id`),
    tld: text(entry['tld'], `${at}.tld`),
    language: text(entry['language'], `${at}.language`),
    timeZone: text(entry['timeZone'], `${at}.timeZone`),
    currency: text(entry['currency'], `${at}.currency`),
  }
}
