import { createCipheriv, createDecipheriv } from 'node:crypto'

import { concat, utf8 } from '../base/bytes.ts'
import { Fault } from '../base/fault.ts'
import type { Random } from '../base/random.ts'
import { asKey, type Key } from './aead.ts'

/* XAES-256-GCM of C2SP (c2sp.org/XAES-256-GCM): a 192-bit nonce, so that a key may wrap without a count of its uses. */

export const XAES_NONCE_BYTES = 24
const TAG_BYTES = 16
const BLOCK_BYTES = 16

/** Encrypts under a key and a 24-byte nonce. The nonce is not part of the result. */
export function xaesSeal(key: Key, nonce: Uint8Array, plain: Uint8Array, associated: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-gcm', derivedKey(key, nonce), nonce.subarray(12), { authTagLength: TAG_BYTES })
  cipher.setAAD(associated)
  return concat(cipher.update(plain), cipher.final(), cipher.getAuthTag())
}

/** Decrypts what `xaesSeal` made; throws when anything differs. */
function xaesOpen(key: Key, nonce: Uint8Array, sealed: Uint8Array, associated: Uint8Array): Uint8Array {
  const decipher = createDecipheriv('aes-256-gcm', derivedKey(key, nonce), nonce.subarray(12), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(associated)
  decipher.setAuthTag(sealed.subarray(sealed.length - TAG_BYTES))
  return concat(decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES)), decipher.final())
}

/** Wraps a key under another for one named use: nonce, then ciphertext. `use` binds it to its place. */
export function wrapKey(outer: Key, use: string, inner: Key, random: Random): Uint8Array {
  const nonce = random.bytes(XAES_NONCE_BYTES)
  return concat(nonce, xaesSeal(outer, nonce, inner, utf8(use)))
}

/** Unwraps what `wrapKey` made for the same use; a Fault 'seal.open-failed' otherwise. */
export function unwrapKey(outer: Key, use: string, wrapped: Uint8Array): Key {
  if (wrapped.length <= XAES_NONCE_BYTES + TAG_BYTES) throw new Fault('seal.open-failed', { detail: 'wrapped key' })
  const nonce = wrapped.subarray(0, XAES_NONCE_BYTES)
  try {
    return asKey(xaesOpen(outer, nonce, wrapped.subarray(XAES_NONCE_BYTES), utf8(use)))
  } catch (cause) {
    throw new Fault('seal.open-failed', { detail: 'wrapped key', cause })
  }
}

/** The per-nonce key: CMAC-AES256 blocks over a counter and the first half of the nonce. */
function derivedKey(key: Key, nonce: Uint8Array): Uint8Array {
  const subkey = doubled(aesBlock(key, new Uint8Array(BLOCK_BYTES)))
  const block = (counter: number): Uint8Array => {
    const message = concat(Uint8Array.of(0, counter, 0x58, 0), nonce.subarray(0, 12))
    return aesBlock(
      key,
      message.map((byte, at) => byte ^ (subkey[at] ?? 0)),
    )
  }
  return concat(block(1), block(2))
}

function aesBlock(key: Key, block: Uint8Array): Uint8Array {
  const cipher = createCipheriv('aes-256-ecb', key, null)
  cipher.setAutoPadding(false)
  return concat(cipher.update(block), cipher.final())
}

/** Doubling in GF(2^128) as CMAC does for its first subkey. */
function doubled(block: Uint8Array): Uint8Array {
  const out = block.map((byte, at) => ((byte << 1) | ((block[at + 1] ?? 0) >> 7)) & 0xff)
  if ((block[0] ?? 0) & 0x80) out[BLOCK_BYTES - 1] = (out[BLOCK_BYTES - 1] ?? 0) ^ 0x87
  return out
}
