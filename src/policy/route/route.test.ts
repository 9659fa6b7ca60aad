import assert from 'node:assert/strict'
import test from 'node:test'

import type { OrderFacts } from '../../model/order.ts'
import { rawText } from '../../model/text.ts'
import { currentPack } from '../pack/current-pack.ts'
import { redact } from '../redact/redact.ts'
import { route } from './route.ts'
import type { Route } from './route.ts'

const pack = currentPack()
const DELIVERED = new Date('2026-10-01T10:00:00.000Z')
const MERCHANT: OrderFacts = { orderId: '302-7654321-1234567', fulfilledBy: 'merchant', latestDeliveryAt: DELIVERED }
const AMAZON: OrderFacts = { ...MERCHANT, fulfilledBy: 'amazon' }

test('reminds of privacy when a buyer sends card or login data, whatever else is true', () => {
  assert.equal(kind('Card 4111 1111 1111 1111, mail lena@example.com', AMAZON), 'privacy-reminder')
  assert.equal(kind('password: Lamp-77!x', undefined), 'privacy-reminder')
})

test('refuses politely when a buyer sends contact data', () => {
  assert.equal(kind('Write to lena@example.com', MERCHANT), 'polite-refusal')
  assert.equal(kind('Call +44 20 7946 0018', AMAZON), 'polite-refusal')
})

test('sends the buyer of an order that Amazon shipped to Amazon', () => {
  assert.equal(kind('Where is it?', AMAZON), 'redirect-to-amazon')
})

test('offers goodwill from the first millisecond after 30 days past the latest delivery', () => {
  assert.equal(kind('It broke.', MERCHANT, '2026-10-31T10:00:00.000Z'), 'plain-answer')
  assert.equal(kind('It broke.', MERCHANT, '2026-10-31T10:00:00.001Z'), 'goodwill-refund')
})

test('answers plainly where nothing is known', () => {
  assert.equal(kind('Hello', undefined), 'plain-answer')
  assert.equal(kind('Hello', { ...MERCHANT, fulfilledBy: 'unknown' }), 'plain-answer')
  assert.equal(kind('Hello', { ...MERCHANT, latestDeliveryAt: undefined }), 'plain-answer')
})

test('gives its reason as one sentence, with the number of the pack', () => {
  assert.match(routed('It broke.', MERCHANT).reason, /^[A-Z][^.]*30 days[^.]*\.$/u)
})

function routed(raw: string, order: OrderFacts | undefined, now = '2026-11-24T10:00:00.000Z'): Route {
  const { text, redactions } = redact(rawText(raw), { pack })
  return route({ text, redactions }, order, { pack, now: new Date(now) })
}

function kind(raw: string, order: OrderFacts | undefined, now?: string): string {
  return routed(raw, order, now).kind
}

test('calls a person of the account for danger, phishing, extortion and threats, before anything else', () => {
  assert.equal(kind('The lamp caught fire. My mail is lena@example.com', MERCHANT), 'escalate')
  assert.equal(kind('Refund me or I will leave a one star review.', AMAZON), 'escalate')
  assert.equal(kind('We are the Amazon security team, verify your account.', undefined), 'escalate')
})

test('refuses politely when a buyer wants to talk elsewhere', () => {
  assert.equal(kind('Please send me your phone number.', MERCHANT), 'polite-refusal')
})
