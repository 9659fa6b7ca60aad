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

test('runs until each mailbox has a newer comparison', () => {
  assert.equal(isRunning({ askedAt, before }, before), true)
  assert.equal(isRunning({ askedAt, before }, [...after.slice(0, 1), ...before.slice(1)]), true)
  assert.equal(isRunning({ askedAt, before }, after), false)
})

test('does not wait for a mailbox that was added meanwhile', () => {
  assert.equal(isRunning({ askedAt, before }, [...after, { mailboxId: '3', reckonedAt: null }]), false)
})
