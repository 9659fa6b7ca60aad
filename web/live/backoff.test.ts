import assert from 'node:assert/strict'
import { test } from 'node:test'

import { backoffMs } from './backoff.ts'

test('waits a second first, then longer', () => {
  assert.deepEqual([0, 1, 2].map(backoffMs), [1_000, 1_500, 2_250])
})

test('never waits longer than half a minute', () => {
  assert.equal(backoffMs(50), 30_000)
})
