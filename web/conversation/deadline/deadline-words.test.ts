import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Deadline } from '../../api/conversations.ts'
import { openDeadlines } from './deadline-words.ts'

function deadline(id: string, more: Partial<Deadline>): Deadline {
  return {
    id,
    kind: 'return',
    startsAt: '2026-11-20T10:00:00.000Z',
    dueAt: '2026-11-24T10:00:00.000Z',
    settledAt: null,
    settledBy: null,
    ...more,
  }
}

test('lists what still runs, the one due first on top', () => {
  const later = deadline('1', { dueAt: '2026-11-26T10:00:00.000Z' })
  const sooner = deadline('2', {})
  const done = deadline('3', { settledAt: '2026-11-21T10:00:00.000Z', settledBy: 'person' })

  assert.deepEqual(
    openDeadlines([later, done, sooner]).map(({ id }) => id),
    ['2', '1'],
  )
})
