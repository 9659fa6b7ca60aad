/** The languages whose texts the rules cover. Their order is that of the bits in a mask of languages. */
export const COVERED_LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'ja', 'nl', 'pl', 'sv', 'pt', 'tr'] as const
export type CoveredLanguage = (typeof COVERED_LANGUAGES)[number]

/** Every covered language, as a mask. */
export const ALL_LANGUAGES = (1 << COVERED_LANGUAGES.length) - 1

/** The bit of a language, from a BCP 47 tag (`de-AT` counts as `de`); 0 for one that is not covered or not given. */
export function languageBit(tag: string | undefined): number {
  const primary = tag?.split('-', 1)[0]?.toLowerCase()
  const index = COVERED_LANGUAGES.findIndex((language) => language === primary)
  return index < 0 ? 0 : 1 << index
}
