import assert from 'node:assert/strict'
import { test } from 'node:test'

import { dueWords } from './due-words.ts'

const now = new Date('2026-11-24T12:00:00.000Z')

test('says what has to be done, how it stands and how much time is left', () => {
  assert.deepEqual(dueWords({ kind: 'answer', state: 'near', dueAt: '2026-11-24T14:10:00.000Z' }, now), {
    what: 'Answer the buyer',
    state: 'Soon',
    left: '2 h 10 min left',
  })
  assert.deepEqual(dueWords({ kind: 'appeal', state: 'late', dueAt: '2026-11-24T07:00:00.000Z' }, now), {
    what: 'Appeal against the decision on the claim',
    state: 'Late',
    left: '5 h over',
  })
})
