import assert from 'node:assert/strict'
import { test } from 'node:test'

import { faceOf } from './face.ts'

const orderId = '203-0000746-0001204'

test('leaves out the order number, which stands beside the subject', () => {
  const subject = `Product details inquiry from Amazon customer Barnaby (Order: ${orderId})`

  assert.equal(
    faceOf({ buyerName: 'Barnaby', subject, orderId }).subject,
    'Product details inquiry from Amazon customer Barnaby',
  )
})

test('leaves other brackets alone', () => {
  const subject = 'Teapot (blue) arrived broken'

  assert.equal(faceOf({ buyerName: 'Barnaby', subject, orderId }).subject, subject)
})

test('has words for what was erased', () => {
  assert.deepEqual(faceOf({ buyerName: '', subject: '', orderId: null }), { buyer: 'Buyer', subject: 'No subject' })
})
