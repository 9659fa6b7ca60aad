import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { MailboxProof } from '../api/reconciliation.ts'
import { proofWords, sumWords } from './proof-words.ts'

const counts = { onServer: 603, stored: 550, repeated: 40, noticed: 10, quarantined: 3, missing: 0, gone: 0 }
const proof: MailboxProof = {
  ...counts,
  mailboxId: '7',
  address: 'buyers@shop.example',
  reckonedAt: '2026-11-24T10:00:00.000Z',
  agrees: true,
  earlier: 0,
  handedIn: 0,
  days: [],
}

test('shows the sum that proves that nothing is lost', () => {
  assert.equal(sumWords(counts), 'Server 603 = stored 550 + repeated 40 + notices 10 + set aside 3. Missing: 0.')
})

test('counts what was deleted on the server since, and what is missing', () => {
  assert.equal(
    sumWords({ ...counts, onServer: 600, gone: 5, missing: 2 }),
    'Server 600 + deleted there 5 = stored 550 + repeated 40 + notices 10 + set aside 3 + missing 2. Missing: 2.',
  )
})

test('asks for nothing while all agrees', () => {
  assert.equal(proofWords(proof).tone, 'good')
  assert.equal(proofWords(proof).remedy, undefined)
})

test('raises the alarm for a single mail', () => {
  const words = proofWords({ ...proof, missing: 1, agrees: false })

  assert.equal(words.tone, 'bad')
  assert.equal(words.title, '1 mail is missing')
  assert.match(words.remedy ?? '', /Seller Central/u)
})

test('does not call a mailbox good that was never compared', () => {
  assert.equal(proofWords({ ...proof, reckonedAt: null, agrees: false }).tone, 'unknown')
})

test('names what no mailbox can count', () => {
  assert.equal(proofWords({ ...proof, handedIn: 12 }).besides, 'Besides: 12 handed in or read from a file.')
})
