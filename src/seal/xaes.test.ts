import assert from 'node:assert/strict'
import { test } from 'node:test'

import { hex, utf8 } from '../base/bytes.ts'
import { asKey } from './aead.ts'
import { unwrapKey, wrapKey, xaesSeal } from './xaes.ts'

/* The two vectors of the specification, c2sp.org/XAES-256-GCM. */
const NONCE = utf8('ABCDEFGHIJKLMNOPQRSTUVWX')
const PLAIN = utf8('XAES-256-GCM')

test('agrees with the vector whose derived key needs no carry', () => {
  const sealed = xaesSeal(asKey(new Uint8Array(32).fill(1)), NONCE, PLAIN, new Uint8Array(0))

  assert.equal(hex(sealed), 'ce546ef63c9cc60765923609b33a9a1974e96e52daf2fcf7075e2271')
})

test('agrees with the vector that has associated data', () => {
  const sealed = xaesSeal(asKey(new Uint8Array(32).fill(3)), NONCE, PLAIN, utf8('c2sp.org/XAES-256-GCM'))

  assert.equal(hex(sealed), '986ec1832593df5443a179437fd083bf3fdb41abd740a21f71eb769d')
})

test('unwraps for the same use only', () => {
  const outer = asKey(new Uint8Array(32).fill(7))
  const inner = asKey(new Uint8Array(32).fill(9))
  const wrapped = wrapKey(outer, 'account_key|1', inner, { bytes: (count) => new Uint8Array(count).fill(5) })

  assert.deepEqual([...unwrapKey(outer, 'account_key|1', wrapped)], [...inner])
  assert.throws(() => unwrapKey(outer, 'account_key|2', wrapped), { code: 'seal.open-failed' })
})
