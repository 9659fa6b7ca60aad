import assert from 'node:assert/strict'
import { test } from 'node:test'

import { moveCursor } from './cursor.ts'

const ids = ['a', 'b', 'c']

test('moves a step and stays at the ends', () => {
  assert.equal(moveCursor(ids, 'a', 1), 'b')
  assert.equal(moveCursor(ids, 'c', 1), 'c')
  assert.equal(moveCursor(ids, 'a', -1), 'a')
})

test('reaches the ends with one long step', () => {
  assert.equal(moveCursor(ids, 'b', Infinity), 'c')
  assert.equal(moveCursor(ids, 'b', -Infinity), 'a')
})

test('begins at the first when it is nowhere, or its row has gone', () => {
  assert.equal(moveCursor(ids, undefined, 1), 'a')
  assert.equal(moveCursor(ids, 'gone', -1), 'a')
})

test('has nowhere to go in an empty list', () => {
  assert.equal(moveCursor([], 'a', 1), undefined)
})
