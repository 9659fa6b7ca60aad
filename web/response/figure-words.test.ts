import assert from 'node:assert/strict'
import { test } from 'node:test'

import { figureParts, inTimeWords } from './figure-words.ts'

const window = { days: 7, messages: 10, inTime: 6, answeredLate: 1, unanswered: 1, pending: 2, lateShare: 0.25 }

test('divides the messages of a window into what became of them', () => {
  assert.deepEqual(
    figureParts(window).map(({ kind, count, share }) => [kind, count, share]),
    [
      ['in-time', 6, 0.6],
      ['late', 1, 0.1],
      ['unanswered', 1, 0.1],
      ['pending', 2, 0.2],
    ],
  )
})

test('draws nothing of a window without messages', () => {
  const nothing = { days: 7, messages: 0, inTime: 0, answeredLate: 0, unanswered: 0, pending: 0, lateShare: null }

  assert.deepEqual(
    figureParts(nothing).map(({ share }) => share),
    [0, 0, 0, 0],
  )
  assert.equal(inTimeWords(nothing), undefined)
})

test('never rounds a late answer away', () => {
  assert.equal(inTimeWords({ lateShare: 0 }, 'en-GB'), '100%')
  assert.equal(inTimeWords({ lateShare: 0.0001 }, 'en-GB'), '99.9%')
  assert.equal(inTimeWords(window, 'en-GB'), '75%')
})
