import { fromUtf8, utf8 } from '../base/bytes.ts'
import type { Random } from '../base/random.ts'
import type { AmazonLink } from '../model/amazon-link.ts'
import { type Key, open, seal } from './aead.ts'
import type { Place } from './place.ts'

/** Ciphertext of a link of Amazon's, whose tokens are a key to the conversation; the only form in which `store/` takes one. */
export type SealedLink = Uint8Array & { readonly __sealed: 'link' }

/** Seals Amazon's link of a message. */
export function sealLink(key: Key, place: Place, link: AmazonLink, random: Random): SealedLink {
  return seal(key, place, utf8(link), random) as SealedLink // proof: the only maker of the brand
}

/** Opens what `sealLink` sealed at this place. A Fault 'seal.open-failed' for anything else. */
export function openLink(key: Key, place: Place, sealed: Uint8Array): AmazonLink {
  return fromUtf8(open(key, place, sealed)) as AmazonLink // proof: authenticated, and only links are sealed for this place
}
