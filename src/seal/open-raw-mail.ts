import { type Key, open } from './aead.ts'
import type { Place } from './place.ts'

/**
 * The bytes of a quarantined mail, as they came: hostile, unredacted. For the desk when a person has released the mail;
 * a test holds that nothing of `http/` reaches this file. A Fault 'seal.open-failed' when they were changed.
 */
export function openRawMail(key: Key, place: Place, sealed: Uint8Array): Uint8Array {
  return open(key, place, sealed)
}
