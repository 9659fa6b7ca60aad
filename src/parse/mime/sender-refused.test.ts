import assert from 'node:assert/strict'
import test from 'node:test'

import { isSenderRefused } from './sender-refused.ts'

test('knows by the status alone that the sender is bad', () => {
  assert.ok(isSenderRefused('5.1.7', ''))
  assert.ok(isSenderRefused('5.1.8', 'smtp; 550 5.1.8 Adresse abgelehnt'))
})

test('knows by policy and words that the sender is not taken', () => {
  for (const words of [
    'smtp; 550 5.7.1 sender not authorized',
    'smtp; 550 5.7.1 Not authorised to send to this recipient',
    'smtp; 554 5.7.1 <desk@shop.example>: Sender address rejected: unknown to us',
    'smtp; 550 5.7.0 mail from this address is not an approved sender of the account',
    'smtp; 550 5.7.26 Unauthenticated, the sender is not permitted here',
  ]) {
    assert.ok(isSenderRefused(/\d\.\d\.\d+/u.exec(words)?.[0] ?? '', words), words)
  }
})

test('does not take a refused text, relaying, a full mailbox or a delay for it', () => {
  for (const [status, words] of [
    ['5.7.1', 'smtp; 554 5.7.1 message refused'],
    ['5.7.1', 'smtp; 554 5.7.1 message content rejected from our policy'],
    ['5.7.1', 'smtp; 554 5.7.1 Relay access denied, not authorized'],
    ['5.7.1', ''],
    ['5.1.1', 'smtp; 550 5.1.1 sender not authorized to reach an unknown mailbox'],
    ['5.2.2', 'smtp; 552 5.2.2 mailbox full'],
    ['4.7.1', 'smtp; 451 4.7.1 sender not authorized yet, try again'],
  ] as const) {
    assert.ok(!isSenderRefused(status, words), words)
  }
})
