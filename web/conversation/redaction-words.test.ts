import assert from 'node:assert/strict'
import { test } from 'node:test'

import { removedLine } from './redaction-words.ts'

test('names each kind once and counts every item', () => {
  assert.equal(
    removedLine(['CARD', 'PHONE', 'PHONE']),
    '3 items were removed before saving: card number, phone number. Do not repeat them.',
  )
})

test('speaks of one item in the singular', () => {
  assert.equal(removedLine(['IBAN']), '1 item was removed before saving: bank account number. Do not repeat it.')
})

test('says nothing when nothing was removed', () => {
  assert.equal(removedLine([]), undefined)
})
