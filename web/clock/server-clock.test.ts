import assert from 'node:assert/strict'
import { test } from 'node:test'

import { createServerClock } from './server-clock.ts'

const local = { now: () => new Date('2026-11-24T10:00:00.400Z') }

test('follows the desk when the PC is an hour off', () => {
  const clock = createServerClock(local)

  clock.learn('Tue, 24 Nov 2026 11:00:00 GMT')

  assert.equal(clock.now().toISOString(), '2026-11-24T11:00:00.000Z')
})

test('trusts the PC when the header, which has whole seconds only, says the same', () => {
  const clock = createServerClock(local)

  clock.learn('Tue, 24 Nov 2026 10:00:00 GMT')

  assert.equal(clock.now().toISOString(), '2026-11-24T10:00:00.400Z')
})

test('ignores a missing or unreadable header', () => {
  const clock = createServerClock(local)

  clock.learn(null)
  clock.learn('soon')

  assert.equal(clock.now().toISOString(), '2026-11-24T10:00:00.400Z')
})
