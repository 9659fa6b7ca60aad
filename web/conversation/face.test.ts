import assert from 'node:assert/strict'
import { test } from 'node:test'

import { faceOf } from './face.ts'

const orderId = '203-0000746-0001204'

test('leaves out the order number, which stands beside the subject', () => {
  const subject = `Product details inquiry from Amazon customer Barnaby (Order: ${orderId})`

  assert.equal(
    faceOf({ buyerName: 'Barnaby', subject, orderId, isDamaged: false }).subject,
    'Product details inquiry from Amazon customer Barnaby',
  )
})

test('leaves other brackets alone', () => {
  const subject = 'Teapot (blue) arrived broken'

  assert.equal(faceOf({ buyerName: 'Barnaby', subject, orderId, isDamaged: false }).subject, subject)
})

test('has words for what was erased', () => {
  assert.deepEqual(faceOf({ buyerName: '', subject: '', orderId: null, isDamaged: false }), {
    buyer: 'Buyer',
    subject: 'No subject',
  })
})

test('says of a damaged conversation that it cannot be opened, whatever its words', () => {
  const face = faceOf({ buyerName: '', subject: '', orderId: null, isDamaged: true })

  assert.equal(face.buyer, 'Cannot be opened')
})
