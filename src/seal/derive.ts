import { createHash, createHmac, hkdfSync } from 'node:crypto'

import { hex, utf8 } from '../base/bytes.ts'
import { asKey, type Key, KEY_BYTES } from './aead.ts'

/** Keys derived so far, for as long as the key they come from lives: a derivation costs as much as ten hashes. */
const derived = new WeakMap<Key, Map<string, Key>>()

/** A key for one named use, from another by HKDF-SHA-256. The same inputs always give the same key. */
export function deriveKey(key: Key, use: string): Key {
  const known = derived.get(key) ?? new Map<string, Key>()
  derived.set(key, known)
  const found = known.get(use) ?? expand(key, use)
  known.set(use, found)
  return found
}

function expand(key: Key, use: string): Key {
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
