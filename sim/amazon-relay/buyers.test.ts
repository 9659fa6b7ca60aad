import assert from 'node:assert/strict'
import { test } from 'node:test'
import { BUYERS } from './buyers.ts'
import { findMarketplace, LANGUAGES } from './marketplaces.ts'

test('a dozen buyers write, each with a key of their own', () => {
  assert.equal(BUYERS.length, 12)
  assert.equal(new Set(BUYERS.map(({ key }) => key)).size, 12)
})

test('together they speak every language', () => {
  const spoken = new Set(BUYERS.map(({ marketplace }) => findMarketplace(marketplace)?.language))

  assert.deepEqual(spoken, new Set(LANGUAGES))
})

test('each writes two to six sentences', () => {
  for (const { key, text } of BUYERS) {
    const sentences = text.split(/(?<=[.!?])\s+(?=\p{Lu})|(?<=。)/u).filter((sentence) => sentence !== '')
    assert.ok(sentences.length >= 2 && sentences.length <= 6, `${key} writes ${sentences.length}`)
  }
})

test('order ids have the shape of real ones and are nobody else’s', () => {
  const orderIds = BUYERS.flatMap(({ orderId }) => orderId ?? [])

  assert.equal(new Set(orderIds).size, 11)
  for (const orderId of orderIds) assert.match(orderId, /^\d{3}-\d{7}-\d{7}$/u)
})
