import assert from 'node:assert/strict'
import { test } from 'node:test'

import { choosableForces } from './force-words.ts'

test('offers stricter forces, and milder ones only where the pack allows them', () => {
  assert.deepEqual(choosableForces({ packForce: 'by-two', mayLoosen: false }), ['by-two', 'never'])
  assert.deepEqual(choosableForces({ packForce: 'by-two', mayLoosen: true }), ['advice', 'by-two', 'never'])
  assert.deepEqual(choosableForces({ packForce: 'never', mayLoosen: false }), ['never'])
})
