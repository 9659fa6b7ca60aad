import assert from 'node:assert/strict'
import { test } from 'node:test'

import { after, DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'
import { timeAgo } from './format.ts'

const then = new Date('2026-11-24T10:00:00.000Z')

function ago(ms: number): string {
  return timeAgo(then.toISOString(), after(then, ms))
}

test('says how long ago in one unit', () => {
  assert.deepEqual([59_999, 23 * MINUTE_MS, 5 * HOUR_MS, 2 * DAY_MS].map(ago), [
    'just now',
    '23 min ago',
    '5 h ago',
    '2 d ago',
  ])
})

test('gives the date once a week has passed', () => {
  assert.match(ago(7 * DAY_MS), /2[45]/u)
})

test('calls an instant slightly ahead of the clock just now', () => {
  assert.equal(ago(-5_000), 'just now')
})
