import assert from 'node:assert/strict'
import { test } from 'node:test'

import { releaseObstacle } from './release-obstacle.ts'

test('a mail of Amazon that was set aside for doubt alone may be let in', () => {
  for (const reason of ['ambiguous', 'failed-signature', 'not-stored'] as const) {
    assert.equal(releaseObstacle({ state: 'held', reason, isWithinReach: true }), undefined, reason)
  }
})

test('what cannot be read, has two readings or is not Amazon’s is never let in, and says why', () => {
  const reasons = [
    'unparsable',
    'too-complex',
    'too-large',
    'repeated-headers',
    'not-amazon',
    'look-alike',
    'impersonation',
  ] as const

  const told = reasons.map((reason) => releaseObstacle({ state: 'held', reason, isWithinReach: true }))

  assert.deepEqual(told, [
    'unreadable',
    'unreadable',
    'too-large',
    'two-readings',
    'not-amazon',
    'look-alike',
    'impersonation',
  ])
})

test('a mail is let in once, and only while its bytes can be had', () => {
  for (const state of ['releasing', 'released', 'dismissed', 'phishing'] as const) {
    assert.equal(releaseObstacle({ state, reason: 'ambiguous', isWithinReach: true }), 'decided', state)
  }
  assert.equal(releaseObstacle({ state: 'held', reason: 'ambiguous', isWithinReach: false }), 'out-of-reach')
})
