import assert from 'node:assert/strict'
import { test } from 'node:test'

import { dayOf, startOfDay } from './day.ts'

test('begins a day at midnight of the reader', () => {
  const start = startOfDay('2026-11-24')

  assert.deepEqual([start?.getHours(), start?.getMinutes()], [0, 0])
  assert.equal(start && dayOf(start), '2026-11-24')
})

test('knows no day that is not in the calendar', () => {
  assert.equal(startOfDay('2026-02-30'), undefined)
  assert.equal(startOfDay('soon'), undefined)
  assert.equal(startOfDay(''), undefined)
})
