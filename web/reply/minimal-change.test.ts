import assert from 'node:assert/strict'
import { test } from 'node:test'

import { minimalChange } from './minimal-change.ts'

test('touches only the sentence that differs', () => {
  assert.deepEqual(minimalChange('Hi. Call me. Bye.', 'Hi. Write to us. Bye.'), {
    from: 4,
    to: 11,
    insert: 'Write to us',
  })
})

test('says nothing when nothing differs', () => {
  assert.equal(minimalChange('same', 'same'), undefined)
})

test('inserts between repeated letters without reaching over itself', () => {
  assert.deepEqual(minimalChange('aa', 'aaa'), { from: 2, to: 2, insert: 'a' })
})

test('never cuts an emoji in two', () => {
  const change = minimalChange('a\u{1f600}b', 'a\u{1f601}b')

  assert.deepEqual(change, { from: 1, to: 3, insert: '\u{1f601}' })
})
