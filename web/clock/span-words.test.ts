import assert from 'node:assert/strict'
import { test } from 'node:test'

import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'
import { quickSpanWords, secondsLeft, spanWords } from './span-words.ts'

test('speaks in the two largest units', () => {
  assert.equal(spanWords(HOUR_MS + 24 * MINUTE_MS + 59_999), '1 h 24 min')
  assert.equal(spanWords(3 * DAY_MS + 2 * HOUR_MS), '3 d 2 h')
})

test('keeps 48 hours in hours, as the trade says it', () => {
  assert.equal(spanWords(48 * HOUR_MS), '48 h')
})

test('leaves out a unit of zero', () => {
  assert.equal(spanWords(24 * HOUR_MS), '24 h')
})

test('never counts below a minute', () => {
  assert.equal(spanWords(59_999), 'under a minute')
  assert.equal(spanWords(-5), 'under a minute')
})

test('counts seconds where a person watches', () => {
  assert.deepEqual([-5, 12_400, 61_000].map(quickSpanWords), ['0 s', '12 s', '1 min'])
})

test('ends a countdown at zero and not before', () => {
  const now = new Date('2026-11-24T10:00:00.000Z')

  assert.equal(secondsLeft(new Date('2026-11-24T10:00:00.001Z'), now), 1)
  assert.equal(secondsLeft(now, now), 0)
  assert.equal(secondsLeft(new Date('2026-11-24T09:00:00.000Z'), now), 0)
})
