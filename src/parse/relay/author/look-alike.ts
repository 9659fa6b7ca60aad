import { domainToUnicode } from 'node:url'

import type { PolicyPack } from '../../../model/policy-pack.ts'
import { foldWords, relayWords } from '../../../policy/pack/relay-words.ts'
import { amazonDomains } from './amazon-sender.ts'
import { isWithin } from './edit-distance.ts'

/** Amazon's rule: a domain that two changed letters make one of its own. */
const DOMAIN_EDITS = 2
/** Between hyphens more words are near to a name by chance. */
const WORD_EDITS = 1
/** Shorter names are near to too many words, and count only as they are. */
const NAME_MIN = 6
const DOMAIN_MAX = 253

const DIGIT_LETTERS: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '@': 'a' }

/**
 * Whether a domain wants to be taken for Amazon's: one of its names stands in it, spelled in other letters, or nearly.
 * Amazon's own domains and what lies below them do not.
 */
export function isLookAlike(domain: string, pack: PolicyPack): boolean {
  const name = domain.toLowerCase().replace(/\.$/u, '').slice(0, DOMAIN_MAX)
  const own = amazonDomains(pack)
  if (own.some((each) => name === each || name.endsWith(`.${each}`))) return false
  const shown = seen(domainToUnicode(name) || name)
  return own.some((each) => isWithin(shown, each, DOMAIN_EDITS)) || shown.split('.').slice(0, -1).some(bearsBrand)
}

/** A name as a person sees it: digits and letters of other scripts that look like Latin letters are those. */
export function seen(text: string): string {
  return foldWords(text).replace(/[01345@]/gu, (sign) => DIGIT_LETTERS[sign] ?? sign)
}

function bearsBrand(label: string): boolean {
  const joined = label.replaceAll('-', '')
  return relayWords().brandLabels.some(
    (brand) => joined.includes(brand) || (brand.length >= NAME_MIN && isNear(label, brand)),
  )
}

function isNear(label: string, brand: string): boolean {
  return isWithin(label, brand, DOMAIN_EDITS) || label.split('-').some((word) => isWithin(word, brand, WORD_EDITS))
}
