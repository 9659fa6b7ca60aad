import assert from 'node:assert/strict'
import { test } from 'node:test'

import { fromUtf8, utf8 } from '../base/bytes.ts'
import { asKey, open, seal } from './aead.ts'
import type { Place } from './place.ts'

const key = asKey(new Uint8Array(32).fill(1))
const place: Place = { table: 'message', column: 'body', account: 1, conversation: 2, row: 3 }
const random = { bytes: (count: number) => new Uint8Array(count).map((_, at) => at + 1) }
const sealed = seal(key, place, utf8('Wo ist mein Paket?'), random)

test('opens what it sealed', () => {
  assert.equal(fromUtf8(open(key, place, sealed)), 'Wo ist mein Paket?')
})

test('refuses every single flipped bit', () => {
  for (let at = 0; at < sealed.length * 8; at++) {
    const flipped = sealed.slice()
    flipped[at >> 3] = (flipped[at >> 3] ?? 0) ^ (1 << (at & 7))
    assert.throws(() => open(key, place, flipped), { code: 'seal.open-failed' })
  }
})

test('refuses every shortened ciphertext', () => {
  for (let length = 0; length < sealed.length; length++) {
    assert.throws(() => open(key, place, sealed.subarray(0, length)), { code: 'seal.open-failed' })
  }
})

test('refuses the right ciphertext at any other place', () => {
  const others: readonly Place[] = [
    { ...place, table: 'draft' },
    { ...place, column: 'subject' },
    { ...place, account: 9 },
    { ...place, conversation: 9 },
    { ...place, row: 9 },
  ]
  for (const other of others) assert.throws(() => open(key, other, sealed), { code: 'seal.open-failed' })
})
