import { createCipheriv, createDecipheriv } from 'node:crypto'

import { concat, utf8 } from '../base/bytes.ts'
import { Fault } from '../base/fault.ts'
import type { Random } from '../base/random.ts'
import { type Place, placeText } from './place.ts'

const FORMAT = 1
const NONCE_BYTES = 12
const TAG_BYTES = 16
const HEAD_BYTES = 1 + NONCE_BYTES

/** A 256-bit key held in memory only. */
export type Key = Uint8Array & { readonly __key: true }

export const KEY_BYTES = 32

/** Marks 32 bytes as a key. Throws a Fault on another length. */
export function asKey(bytes: Uint8Array): Key {
  if (bytes.length !== KEY_BYTES) throw new Fault('seal.key-missing', { detail: 'a key has 32 bytes' })
  return bytes as Key // proof: length checked above
}

/** Seals bytes for one place: format byte, 96-bit random nonce, AES-256-GCM ciphertext, tag. */
export function seal(key: Key, place: Place, plain: Uint8Array, random: Random): Uint8Array {
  const nonce = random.bytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(utf8(placeText(place)))
  return concat(Uint8Array.of(FORMAT), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag())
}

/** Opens what `seal` made for the same key and place; a Fault 'seal.open-failed' when one byte, the key or the place differs. */
export function open(key: Key, place: Place, sealed: Uint8Array): Uint8Array {
  if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] !== FORMAT) {
    throw new Fault('seal.open-failed', { detail: place.table })
  }
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, HEAD_BYTES), { authTagLength: TAG_BYTES })
  decipher.setAAD(utf8(placeText(place)))
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  try {
    return concat(decipher.update(sealed.subarray(HEAD_BYTES, sealed.length - TAG_BYTES)), decipher.final())
  } catch (cause) {
    throw new Fault('seal.open-failed', { detail: place.table, cause })
  }
}
