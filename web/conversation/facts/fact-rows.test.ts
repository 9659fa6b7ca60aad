import assert from 'node:assert/strict'
import { test } from 'node:test'

import { factRows } from './fact-rows.ts'
import { moneyWords } from './money-words.ts'

test('names what a mail says, the limit first', () => {
  const facts = { asins: ['B0TEST0001'], quantity: 2, statedDueAt: '2026-11-27T10:00:00.000Z' }

  assert.deepEqual(
    factRows({ facts }).map(({ name }) => name),
    ['Answer by', 'Product', 'Quantity'],
  )
})

test('says nothing of a mail without facts', () => {
  assert.deepEqual(factRows({ facts: {} }), [])
  assert.deepEqual(factRows({ facts: { asins: [] } }), [])
})

test('puts the fractions where the currency has them', () => {
  assert.equal(moneyWords({ minor: 11_900, currency: 'EUR' }, 'en'), '€119.00')
  assert.equal(moneyWords({ minor: 11_900, currency: 'JPY' }, 'en'), '¥11,900')
})

test('shows an amount of a currency that does not exist as it came', () => {
  assert.equal(moneyWords({ minor: 5, currency: '??' }, 'en'), '5 ??')
})
