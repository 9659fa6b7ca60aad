import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { mergeOrders } from './merge-orders.ts'
import type { Order } from './order.ts'

const KNOWN: Order = {
  orderId: '028-0000001-0000001',
  marketplaceId: 'A1PA6795UKMFR9',
  fulfilledBy: 'merchant',
  purchasedAt: new Date('2026-11-02T09:30:00.000Z'),
  shipByAt: new Date('2026-11-04T22:59:59.000Z'),
  latestDeliveryAt: new Date('2026-11-09T22:59:59.000Z'),
  programmes: ['PRIME'],
  total: { minor: 2_000, currency: 'EUR' },
  source: 'report',
}
const SILENT: Order = {
  orderId: KNOWN.orderId,
  marketplaceId: undefined,
  fulfilledBy: 'unknown',
  purchasedAt: undefined,
  shipByAt: undefined,
  latestDeliveryAt: undefined,
  programmes: [],
  total: undefined,
  source: 'mail',
}

describe('mergeOrders', () => {
  it('keeps what the later one does not know', () => {
    assert.deepEqual(mergeOrders(KNOWN, SILENT), KNOWN)
    assert.deepEqual(mergeOrders(SILENT, KNOWN), KNOWN)
  })

  it('lets a mail change nothing that a report told', () => {
    const merged = mergeOrders(KNOWN, { ...SILENT, fulfilledBy: 'amazon' })

    assert.deepEqual([merged.fulfilledBy, merged.source], ['merchant', 'report'])
  })

  it('takes what the later one knows, and adds its programmes', () => {
    const later: Order = { ...SILENT, fulfilledBy: 'amazon', programmes: ['BUSINESS', 'PRIME'], source: 'report' }

    const merged = mergeOrders(KNOWN, later)

    assert.deepEqual([merged.fulfilledBy, merged.programmes], ['amazon', ['BUSINESS', 'PRIME']])
  })
})
