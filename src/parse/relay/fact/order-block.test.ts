import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { orderBlock, quantityOf } from './order-block.ts'

const ORDER = '302-1234567-1234567'
const ITEM = '1 / Lamp, 20 cm [ASIN: B0INVENTA1]'

describe('orderBlock', () => {
  it('ends below the last item of the last order, and names the first order', () => {
    const block = `Hello.\n\n# ${ORDER}:\n${ITEM}\n2 / Bulb [ASIN: B0INVENTA2]\n\n# 302-7654321-7654321:\n${ITEM}`

    assert.deepEqual(orderBlock(`${block}\n\nText`), { end: block.length, orderId: ORDER })
    assert.equal(quantityOf(block), 4)
  })

  it('is read on one line, and in the words of older templates', () => {
    assert.equal(orderBlock(`# ${ORDER}: ${ITEM}\nText`)?.orderId, ORDER)
    assert.equal(orderBlock(`Order ID/Commande N°: ${ORDER}:\n1 of/sur Lamp [ASIN: 316148410X]\nText`)?.orderId, ORDER)
    assert.equal(quantityOf('3 of/sur Lamp [ASIN: 316148410X]'), 3)
  })

  it('is none without an item, below many words, or inside a sentence', () => {
    assert.equal(orderBlock(`# ${ORDER}:\n\nis late`), undefined)
    assert.equal(orderBlock(`a\nb\nc\nd\n# ${ORDER}:\n${ITEM}`), undefined)
    assert.equal(orderBlock(`My order is ${ORDER} and it is late\n${ITEM}`), undefined)
  })
})
