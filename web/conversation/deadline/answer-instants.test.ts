import assert from 'node:assert/strict'
import { test } from 'node:test'

import { currentPack } from '../../../src/policy/pack/current-pack.ts'
import { answerInstants } from './answer-instants.ts'

const { limits } = currentPack()

test('the answer has its 24 hours even where a claim is due before', () => {
  const instants = answerInstants({ unansweredSince: '2026-11-24T10:00:00.000Z', claimAt: null }, limits)

  assert.equal(instants.dueAt, '2026-11-25T10:00:00.000Z')
})

test('rests while nobody waits for an answer, whatever else is due', () => {
  assert.equal(answerInstants({ unansweredSince: null, claimAt: null }, limits).dueAt, null)
})
