import assert from 'node:assert/strict'
import { test } from 'node:test'

import { isRunning } from './comparison.ts'

const askedAt = new Date('2026-11-24T10:00:00.000Z')
const before = [
  { mailboxId: '1', reckonedAt: null },
  { mailboxId: '2', reckonedAt: '2026-11-23T10:00:00.000Z' },
]
const after = [
  { mailboxId: '1', reckonedAt: '2026-11-24T10:00:01.000Z' },
  { mailboxId: '2', reckonedAt: '2026-11-24T10:00:02.000Z' },
]

test('runs until as many mailboxes were compared as the desk said', () => {
  assert.equal(isRunning({ askedAt, before, queued: 2 }, before), true)
  assert.equal(isRunning({ askedAt, before, queued: 2 }, [...after.slice(0, 1), ...before.slice(1)]), true)
  assert.equal(isRunning({ askedAt, before, queued: 2 }, after), false)
})

test('does not wait for a mailbox that is not fetched', () => {
  assert.equal(isRunning({ askedAt, before, queued: 1 }, [...before.slice(0, 1), ...after.slice(1)]), false)
})

test('runs until the desk has said how many there are', () => {
  assert.equal(isRunning({ askedAt, before, queued: undefined }, after), true)
})
