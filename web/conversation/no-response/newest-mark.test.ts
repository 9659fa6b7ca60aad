import assert from 'node:assert/strict'
import { test } from 'node:test'

import { sampleMessage } from '../sample.ts'
import { newestMark } from './newest-mark.ts'

const early = { reason: 'thanks', markedAt: '2026-11-20T10:00:00.000Z' } as const
const late = { reason: 'no-question', markedAt: '2026-11-22T10:00:00.000Z' } as const

test('finds the messages that were marked last, and those alone', () => {
  const messages = [
    sampleMessage('1', { noResponse: early }),
    sampleMessage('2', { noResponse: late }),
    sampleMessage('3', { noResponse: late }),
    sampleMessage('4'),
  ]

  assert.deepEqual([...newestMark(messages)], ['2', '3'])
})

test('finds none where nothing is marked', () => {
  assert.equal(newestMark([sampleMessage('1')]).size, 0)
})
