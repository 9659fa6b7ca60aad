import assert from 'node:assert/strict'
import { describe, test } from 'node:test'

import type { Reply } from '../../model/reply.ts'
import { type Attempt, nextState } from './next-state.ts'

const ACCEPTED: Attempt = { kind: 'accepted', code: 250, bytes: new Uint8Array() }
const REJECTED: Attempt = { kind: 'rejected', code: 554 }
const LATER: Attempt = { kind: 'try-later', code: 451 }
const UNREACHABLE: Attempt = { kind: 'try-later', code: undefined }
const UNKNOWN: Attempt = { kind: 'unknown' }
const NOT_BEGUN: Attempt = { kind: 'not-begun' }
const NOT_COMPOSED: Attempt = { kind: 'not-composed' }
const ALL = [ACCEPTED, REJECTED, LATER, UNREACHABLE, UNKNOWN, NOT_BEGUN, NOT_COMPOSED]

type From = Pick<Reply, 'state' | 'reason'>
const SENDING: From = { state: 'sending', reason: undefined }
const SWEPT: From = { state: 'unknown', reason: 'crash' }
const SUPPOSED_SENT: From = { state: 'sent', reason: 'person-decided' }
const SUPPOSED_LOST: From = { state: 'failed', reason: 'person-decided' }

describe('an attempt takes a reply', () => {
  const moves: readonly (readonly [string, From, Attempt, string])[] = [
    ['that is sending and was taken to sent', SENDING, ACCEPTED, 'sent reply.sent smtp-250'],
    ['that is sending and was refused to failed', SENDING, REJECTED, 'failed reply.failed smtp-554'],
    ['that is sending back to the queue when the server says later', SENDING, LATER, 'queued reply.retried smtp-451'],
    ['that reached nobody back to the queue', SENDING, UNREACHABLE, 'queued reply.retried smtp-unreachable'],
    ['of which nobody can tell to unknown', SENDING, UNKNOWN, 'unknown reply.unknown connection-lost'],
    ['that was not begun in time back to the queue', SENDING, NOT_BEGUN, 'queued reply.retried not-begun'],
    ['whose bytes differ to held', SENDING, NOT_COMPOSED, 'held reply.held compose-differs'],
    ['that a sweep gave up, and that was taken, to sent', SWEPT, ACCEPTED, 'sent reply.sent smtp-250'],
    ['that a sweep gave up, and that was refused, to failed', SWEPT, REJECTED, 'failed reply.failed smtp-554'],
    ['that a sweep gave up to failed instead of a second attempt', SWEPT, LATER, 'failed reply.failed smtp-451'],
    ['that a sweep gave up and that was not begun to failed', SWEPT, NOT_BEGUN, 'failed reply.failed not-begun'],
    ['that a person took for lost, and that was taken, to sent', SUPPOSED_LOST, ACCEPTED, 'sent reply.sent smtp-250'],
    ['that a person took for sent to bounced', SUPPOSED_SENT, REJECTED, 'bounced reply.bounced smtp-554'],
    ['that a person took for sent to bounced, if not now', SUPPOSED_SENT, LATER, 'bounced reply.bounced smtp-451'],
  ]
  for (const [name, from, outcome, expected] of moves)
    test(name, () => {
      const next = nextState(from, outcome)
      assert.equal(`${next?.to} ${next?.event} ${next?.reason}`, expected)
    })
})

describe('an attempt leaves a reply as it is', () => {
  test('that a sweep or a person has turned to, when it cannot tell either', () => {
    for (const from of [SWEPT, SUPPOSED_SENT, SUPPOSED_LOST]) assert.equal(nextState(from, UNKNOWN), undefined)
  })

  test('when it says what a person supposed', () => {
    assert.equal(nextState(SUPPOSED_SENT, ACCEPTED), undefined)
    assert.equal(nextState(SUPPOSED_LOST, REJECTED), undefined)
  })

  test('of which Amazon or the server has told, whatever is heard late', () => {
    const known = ['confirmed', 'bounced', 'opted-out', 'refused', 'undone', 'held', 'queued'] as const
    for (const state of known)
      for (const outcome of ALL) assert.equal(nextState({ state, reason: undefined }, outcome), undefined, state)
    for (const outcome of ALL) {
      assert.equal(nextState({ state: 'sent', reason: 'smtp-250' }, outcome), undefined)
      assert.equal(nextState({ state: 'failed', reason: 'smtp-554' }, outcome), undefined)
    }
  })
})
