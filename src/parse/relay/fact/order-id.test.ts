import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { orderIdIn, orderIdOfSubject } from './order-id.ts'

describe('orderIdOfSubject', () => {
  it('reads the order in brackets of any script, with no blank before them', () => {
    assert.equal(orderIdOfSubject('Gutschrift anfordern(Bestellung: 301-1234567-1234567)'), '301-1234567-1234567')
    assert.equal(orderIdOfSubject('お問い合わせ（注文：250-1234567-1234567）'), '250-1234567-1234567')
    assert.equal(orderIdOfSubject('注文【250-1234567-1234567】'), '250-1234567-1234567')
  })

  it('takes the order of the suffix before one that stands elsewhere', () => {
    assert.equal(
      orderIdOfSubject('Re: 111-1111111-1111111 inquiry (Order: 222-2222222-2222222)'),
      '222-2222222-2222222',
    )
  })

  it('reads an order without brackets', () => {
    assert.equal(orderIdOfSubject('rimborso avviato - ordine 405-1234567-1234567'), '405-1234567-1234567')
  })

  it('reads hyphens and digits that were changed on the way', () => {
    assert.equal(orderIdOfSubject('Ordine 405‑1234567‑1234567'), '405-1234567-1234567')
    assert.equal(orderIdOfSubject('注文 ２５０－１２３４５６７－１２３４５６７'), '250-1234567-1234567')
  })
})

describe('orderIdIn', () => {
  it('takes no piece of a longer number', () => {
    assert.equal(orderIdIn('1111-1234567-1234567'), undefined)
    assert.equal(orderIdIn('111-1234567-12345678'), undefined)
    assert.equal(orderIdIn('9-111-1234567-1234567-3'), undefined)
  })
})
