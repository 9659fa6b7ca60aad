import assert from 'node:assert/strict'
import { test } from 'node:test'

import { DESK_LOCK, ENTER_LOCK, MIGRATION_LOCK, NODE_LOCK_CLASS } from './locks.ts'

const INT4_MAX = 2_147_483_647

test('no two locks share a number, and the class fits the type that PostgreSQL gives it', () => {
  assert.equal(new Set([DESK_LOCK, ENTER_LOCK, MIGRATION_LOCK, NODE_LOCK_CLASS]).size, 4)
  assert.ok(NODE_LOCK_CLASS <= INT4_MAX)
})
