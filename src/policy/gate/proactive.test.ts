import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { DAY_MS } from '../../base/clock.ts'
import { currentPack } from '../pack/current-pack.ts'
import { proactiveFindings } from './proactive.ts'
import type { ProactiveMessage } from './proactive.ts'

const delivered = new Date('2026-10-01T12:00:00Z')
const ORDER = '302-7654321-1234567'
const text = `About your order ${ORDER}: the colour you chose needs your word by Friday, blue or green?`

describe('proactiveFindings', () => {
  it('passes a critical message that names its order', () => {
    assert.deepEqual(rulesOf({}), [])
  })

  it('wants this order named, and no other', () => {
    assert.deepEqual(rulesOf({ text: 'Blue or green?' }), ['OUT-030'])
    assert.deepEqual(rulesOf({ text: `${text} And 302-7654321-7654321?` }), ['OUT-030'])
  })

  it('ends thirty days after the order was completed, to the millisecond', () => {
    assert.deepEqual(rulesOf({}, at(30 * DAY_MS)), [])
    assert.deepEqual(rulesOf({}, at(30 * DAY_MS + 1)), ['OUT-031'])
  })

  it('reaches a buyer who opted out for critical reasons only', () => {
    assert.deepEqual(rulesOf({ hasOptedOut: true }), [])
    assert.deepEqual(rulesOf({ hasOptedOut: true, reason: 'invoice' }), ['OUT-037'])
    assert.deepEqual(rulesOf({ hasOptedOut: true, reason: 'help' }), ['OUT-036', 'OUT-037'])
  })

  it('allows one request for a review, from five days after the earliest delivery to thirty after the latest', () => {
    const reason = 'review-request'

    assert.deepEqual(rulesOf({ reason }, at(5 * DAY_MS)), [])
    assert.deepEqual(rulesOf({ reason }, at(5 * DAY_MS - 1)), ['OUT-040'])
    assert.deepEqual(rulesOf({ reason }, at(30 * DAY_MS)), [])
    assert.deepEqual(rulesOf({ reason, requestsMade: 1 }, at(5 * DAY_MS)), ['OUT-039'])
    assert.deepEqual(rulesOf({ reason, latestDeliveryAt: undefined }, at(5 * DAY_MS)), ['OUT-040'])
  })

  it('warns at four fifths of five messages a daily order and six hundred', () => {
    assert.deepEqual(rulesOf({ dailyOrders: 10, messagesToday: 519 }), [])
    assert.deepEqual(rulesOf({ dailyOrders: 10, messagesToday: 520 }), ['OUT-041'])
  })

  it('refuses confirmations and mere thanks', () => {
    assert.deepEqual(rulesOf({ text: `Your order has been shipped: ${ORDER}.` }), ['OUT-033'])
    assert.deepEqual(rulesOf({ reason: 'help', text: `Thank you for order ${ORDER}.` }), ['OUT-034'])
  })
})

function at(ms: number): Date {
  return new Date(delivered.getTime() + ms)
}

function rulesOf(changes: Partial<ProactiveMessage>, now = at(0)): readonly string[] {
  const message: ProactiveMessage = {
    text,
    reason: 'customisation',
    orderId: ORDER,
    completedAt: delivered,
    earliestDeliveryAt: delivered,
    latestDeliveryAt: delivered,
    hasOptedOut: false,
    requestsMade: 0,
    messagesToday: 0,
    dailyOrders: 0,
    ...changes,
  }
  return proactiveFindings(message, { pack: currentPack(), now }).map(({ rule }) => rule)
}
