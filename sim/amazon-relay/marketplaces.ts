/** Languages the templates and the buyers speak. */
export const LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'ja', 'pt'] as const
export type Language = (typeof LANGUAGES)[number]

/** One of Amazon's shops: its id, the end of its addresses, the SPC mark's region, its buyers' language. */
export interface Marketplace {
  readonly id: string
  readonly tld: string
  readonly region: 'US' | 'EU' | 'FE'
  /** Amazon's `lc=`, such as de_DE. */
  readonly locale: string
  readonly language: Language
}

/** The 22 marketplaces whose relay takes mail. */
export const MARKETPLACES: readonly Marketplace[] = [
  { id: 'ATVPDKIKX0DER', tld: 'com', region: 'US', locale: 'en_US', language: 'en' },
  { id: 'A2EUQ1WTGCTBG2', tld: 'ca', region: 'US', locale: 'en_CA', language: 'en' },
  { id: 'A1AM78C64UM0Y8', tld: 'com.mx', region: 'US', locale: 'es_MX', language: 'es' },
  { id: 'A2Q3Y263D00KWC', tld: 'com.br', region: 'US', locale: 'pt_BR', language: 'pt' },
  { id: 'A1F83G8C2ARO7P', tld: 'co.uk', region: 'EU', locale: 'en_GB', language: 'en' },
  { id: 'A1PA6795UKMFR9', tld: 'de', region: 'EU', locale: 'de_DE', language: 'de' },
  { id: 'A13V1IB3VIYZZH', tld: 'fr', region: 'EU', locale: 'fr_FR', language: 'fr' },
  { id: 'APJ6JRA9NG5V4', tld: 'it', region: 'EU', locale: 'it_IT', language: 'it' },
  { id: 'A1RKKUPIHCS9HS', tld: 'es', region: 'EU', locale: 'es_ES', language: 'es' },
  { id: 'A1805IZSGTT6HS', tld: 'nl', region: 'EU', locale: 'nl_NL', language: 'en' },
  { id: 'A2NODRKZP88ZB9', tld: 'se', region: 'EU', locale: 'sv_SE', language: 'en' },
  { id: 'A1C3SOZRARQ6R3', tld: 'pl', region: 'EU', locale: 'pl_PL', language: 'en' },
  { id: 'AMEN7PMS3EDWL', tld: 'com.be', region: 'EU', locale: 'fr_BE', language: 'fr' },
  { id: 'A28R8C7NBKEWEA', tld: 'ie', region: 'EU', locale: 'en_IE', language: 'en' },
  { id: 'A33AVAJ2PDY3EV', tld: 'com.tr', region: 'EU', locale: 'tr_TR', language: 'en' },
  { id: 'A2VIGQ35RCS4UG', tld: 'ae', region: 'EU', locale: 'en_AE', language: 'en' },
  { id: 'A17E79C6D8DWNP', tld: 'sa', region: 'EU', locale: 'ar_SA', language: 'en' },
  { id: 'ARBP9OOSHTCHU', tld: 'eg', region: 'EU', locale: 'ar_EG', language: 'en' },
  { id: 'A21TJRUUN4KGV', tld: 'in', region: 'EU', locale: 'en_IN', language: 'en' },
  { id: 'A1VC38T7YXB528', tld: 'co.jp', region: 'FE', locale: 'ja_JP', language: 'ja' },
  { id: 'A39IBJ37TRP1C6', tld: 'com.au', region: 'FE', locale: 'en_AU', language: 'en' },
  { id: 'A19VAU5U5O7RUS', tld: 'sg', region: 'FE', locale: 'en_SG', language: 'en' },
]

/** The marketplace of an id (`A1PA6795UKMFR9`) or of the end of its addresses (`de`), or nothing. */
export function findMarketplace(idOrTld: string): Marketplace | undefined {
  return MARKETPLACES.find(({ id, tld }) => id === idOrTld || tld === idOrTld)
}

/** Where buyers write from and where Amazon's other mails about a marketplace are signed. */
export function relayDomain({ tld }: Marketplace): string {
  return `marketplace.amazon.${tld}`
}
