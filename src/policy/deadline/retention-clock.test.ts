import assert from 'node:assert/strict'
import test from 'node:test'

import { currentPack } from '../pack/current-pack.ts'
import { retentionClock } from './retention-clock.ts'

const pack = currentPack()
const lastMessageAt = new Date('2026-02-20T23:59:59.999Z')

test('names are due thirty days after the delivery, and the text when no claim can come of it', () => {
  const clock = retentionClock({ latestDeliveryAt: new Date('2026-03-01T10:00:00.000Z'), lastMessageAt }, pack)

  assert.equal(clock.personDueAt.toISOString(), '2026-03-31T10:00:00.000Z')
  assert.equal(clock.textDueAt.toISOString(), '2026-06-29T10:00:00.000Z')
})

test('an unknown delivery is counted from the last message, a month later', () => {
  const clock = retentionClock({ latestDeliveryAt: undefined, lastMessageAt }, pack)

  assert.equal(clock.personDueAt.toISOString(), '2026-04-21T23:59:59.999Z')
  assert.equal(clock.textDueAt.toISOString(), '2026-07-20T23:59:59.999Z')
})

test('a message after the delivery leaves it as it is', () => {
  const latestDeliveryAt = new Date('2026-01-01T00:00:00.000Z')

  assert.deepEqual(
    retentionClock({ latestDeliveryAt, lastMessageAt }, pack),
    retentionClock({ latestDeliveryAt, lastMessageAt: latestDeliveryAt }, pack),
  )
})
