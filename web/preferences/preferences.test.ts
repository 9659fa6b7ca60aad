import assert from 'node:assert/strict'
import { test } from 'node:test'

import { readPreferences } from './preferences.ts'

test('starts with single keys on and the checked editor', () => {
  assert.deepEqual(readPreferences(null), { singleKeys: true, plainEditor: false })
})

test('keeps what was chosen', () => {
  assert.deepEqual(readPreferences('{"singleKeys":false,"plainEditor":true}'), { singleKeys: false, plainEditor: true })
})

test('falls back to the defaults on anything unreadable', () => {
  assert.deepEqual(readPreferences('{"singleKeys":"no'), { singleKeys: true, plainEditor: false })
  assert.deepEqual(readPreferences('{"singleKeys":"no"}'), { singleKeys: true, plainEditor: false })
})
