import type { Random } from '../base/random.ts'
import { type Key, seal } from './aead.ts'
import type { Place } from './place.ts'

/** A mail as it came, sealed under a key of its own that is destroyed after 30 days. Only quarantine keeps one. */
export type SealedRaw = Uint8Array & { readonly __sealed: 'raw' }

/** Seals the bytes of a mail that could not be placed. What opens them stands in a file that the web process never loads. */
export function sealRawMail(key: Key, place: Place, bytes: Uint8Array, random: Random): SealedRaw {
  return seal(key, place, bytes, random) as SealedRaw // proof: the only maker of the brand
}
