import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Order } from '../../api/conversations.ts'
import { orderWords } from './order-words.ts'

const order: Order = {
  orderId: '203-0000746-0001204',
  fulfilledBy: 'unknown',
  marketplaceId: null,
  purchasedAt: null,
  shipByAt: null,
  latestDeliveryAt: null,
  programmes: [],
  total: null,
  source: 'mail',
}

test('says who ships an order and what is known of it', () => {
  const pieces = orderWords({
    ...order,
    fulfilledBy: 'merchant',
    programmes: ['BUSINESS', 'PRIME'],
    shipByAt: '2026-11-25T12:00:00.000Z',
    total: { minor: 4_990, currency: 'EUR' },
  })

  assert.equal(pieces[0], 'Shipped by you')
  assert.equal(pieces[1], 'BUSINESS, PRIME')
  assert.match(pieces[2] ?? '', /^ship by /u)
  assert.match(pieces[3] ?? '', /^total .*49/u)
})

test('does not ask the seller to ship what Amazon ships', () => {
  const pieces = orderWords({ ...order, fulfilledBy: 'amazon', shipByAt: '2026-11-25T12:00:00.000Z' })

  assert.deepEqual(pieces, ['Shipped by Amazon'])
})

test('has nothing to say of an order of which only the number is known', () => {
  assert.deepEqual(orderWords(order), [])
})
