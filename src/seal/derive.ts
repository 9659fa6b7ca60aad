import { createHash, createHmac, hkdfSync } from 'node:crypto'

import { hex, utf8 } from '../base/bytes.ts'
import { asKey, type Key, KEY_BYTES } from './aead.ts'

/** A key for one named use, from another by HKDF-SHA-256. The same inputs always give the same key. */
export function deriveKey(key: Key, use: string): Key {
  return asKey(new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), `safereply ${use}`, KEY_BYTES)))
}

/** Keyed hash of a text, hex: equal texts are found again without keeping them. Without the key it says nothing. */
export function keyedHash(key: Key, text: string): string {
  return createHmac('sha256', key).update(utf8(text)).digest('hex')
}

/** SHA-256, hex. */
export function sha256(bytes: Uint8Array): string {
  return hex(createHash('sha256').update(bytes).digest())
}
