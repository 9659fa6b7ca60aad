import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import type { ReopenReason } from '../../model/conversation.ts'
import type { MessageId, ReplyId } from '../../model/ids.ts'
import { currentPack } from '../pack/current-pack.ts'
import { answerClock } from './answer-clock.ts'
import type { AnswerClock, ClockEvent } from './answer-clock.ts'

const { limits } = currentPack()
const RESTING = { waiting: [], unansweredSince: undefined, dueAt: undefined, claimAt: undefined, reopened: undefined }

test('rests without events', () => {
  assert.deepEqual(clock(), RESTING)
})

test('adds exactly 24 and 48 hours, across every kind of day', () => {
  const cases: readonly (readonly [day: string, at: string, dueAt: string, claimAt: string])[] = [
    [
      'the last millisecond of a day',
      '2026-11-20T23:59:59.999Z',
      '2026-11-21T23:59:59.999Z',
      '2026-11-22T23:59:59.999Z',
    ],
    ['a Friday evening', '2026-11-20T18:00:00.000Z', '2026-11-21T18:00:00.000Z', '2026-11-22T18:00:00.000Z'],
    ['clocks forward in Europe', '2026-03-28T12:00:00.000Z', '2026-03-29T12:00:00.000Z', '2026-03-30T12:00:00.000Z'],
    ['clocks back in Europe', '2026-10-24T12:00:00.000Z', '2026-10-25T12:00:00.000Z', '2026-10-26T12:00:00.000Z'],
    ['clocks forward in America', '2026-03-07T15:00:00.000Z', '2026-03-08T15:00:00.000Z', '2026-03-09T15:00:00.000Z'],
    ['clocks back in America', '2026-10-31T15:00:00.000Z', '2026-11-01T15:00:00.000Z', '2026-11-02T15:00:00.000Z'],
    ['a leap day', '2028-02-28T09:30:00.000Z', '2028-02-29T09:30:00.000Z', '2028-03-01T09:30:00.000Z'],
    ['no leap day', '2026-02-28T09:30:00.000Z', '2026-03-01T09:30:00.000Z', '2026-03-02T09:30:00.000Z'],
    ['the turn of the year', '2026-12-31T23:59:59.999Z', '2027-01-01T23:59:59.999Z', '2027-01-02T23:59:59.999Z'],
  ]

  for (const [day, at, dueAt, claimAt] of cases)
    assert.deepEqual(written(clock(asks(1, at))), [at, dueAt, claimAt, undefined], day)
})

test('rests when a reply is sent', () => {
  assert.deepEqual(clock(asks(1, '2026-11-20T10:00Z'), sent(1, { answers: 1 })), RESTING)
})

test('rests when the answer was written in Seller Central, at the very instant too', () => {
  for (const instant of ['2026-11-20T11:00Z', '2026-11-20T10:00Z'])
    assert.deepEqual(clock(asks(1, '2026-11-20T10:00Z'), elsewhere(instant)), RESTING)
})

test('keeps the first start of two messages before one answer', () => {
  assert.equal(since(asks(1, '2026-11-20T10:00Z'), asks(2, '2026-11-20T15:00Z')), '2026-11-20T10:00:00.000Z')
})

test('starts anew with a message after an answer', () => {
  const events = [asks(1, '2026-11-20T10:00Z'), sent(1, { answers: 1 }), asks(2, '2026-11-21T08:00Z')]

  assert.equal(since(...events), '2026-11-21T08:00:00.000Z')
  assert.equal(clock(...events).reopened, undefined)
})

test('does not take a reply for an answer to a message that its writer never saw', () => {
  // Written before the reply left, and come in after it.
  const events = [asks(1, '2026-11-20T10:00Z'), sent(1, { answers: 1 }), asks(2, '2026-11-20T09:59Z')]

  assert.equal(since(...events), '2026-11-20T09:59:00.000Z')
})

test('opens again with the old start after a bounce, however late, and says why', () => {
  const open = clock(asks(1, '2026-11-20T10:00Z'), sent(1, { answers: 1 }), undone(1, 'bounced'))

  assert.deepEqual(written(open), [
    '2026-11-20T10:00:00.000Z',
    '2026-11-21T10:00:00.000Z',
    '2026-11-22T10:00:00.000Z',
    'bounced',
  ])
})

test('does not open again what another reply answered', () => {
  const events = [asks(1, '2026-11-20T10:00Z'), sent(1, { answers: 1 }), sent(2, { answers: 1 }), undone(1, 'bounced')]

  assert.deepEqual(clock(...events), RESTING)
})

test('does not open again what was answered in Seller Central after the bounce', () => {
  const events = [asks(1, '2026-11-20T10:00Z'), sent(1, { answers: 1 }), undone(1, 'refused')]

  assert.deepEqual(clock(...events, elsewhere('2026-11-20T13:00Z')), RESTING)
})

test('opens only what the bounced reply should have answered', () => {
  const events = [
    asks(1, '2026-11-20T10:00Z'),
    sent(1, { answers: 1 }),
    asks(2, '2026-11-21T10:00Z'),
    sent(2, { answers: 2 }),
    undone(2, 'opted-out'),
  ]

  assert.equal(since(...events), '2026-11-21T10:00:00.000Z')
  assert.equal(clock(...events).reopened, 'opted-out')
})

test('goes back to the first message when every reply to it was undone', () => {
  const events = [
    asks(1, '2026-11-20T10:00Z'),
    sent(1, { answers: 1 }),
    asks(2, '2026-11-21T10:00Z'),
    sent(2, { answers: 2 }),
    undone(1, 'bounced'),
    undone(2, 'refused'),
  ]

  assert.equal(since(...events), '2026-11-20T10:00:00.000Z')
  assert.equal(clock(...events).reopened, 'refused')
})

test('does not blame a bounce, early or late, for a message that came after another answer', () => {
  const events = [
    asks(1, '2026-11-20T10:00Z'),
    sent(1, { answers: 1 }),
    undone(1, 'bounced'),
    sent(2, { answers: 1 }),
    asks(2, '2026-11-22T10:00Z'),
  ]

  assert.equal(since(...events), '2026-11-22T10:00:00.000Z')
  assert.equal(clock(...events).reopened, undefined)
})

test('leaves out a message that needs no answer, and no other', () => {
  const first = asks(1, '2026-11-20T10:00Z')
  const second = asks(2, '2026-11-21T10:00Z')

  assert.deepEqual(clock(first, notNeeded(1)), RESTING)
  assert.equal(since(first, second, notNeeded(1)), '2026-11-21T10:00:00.000Z')
  assert.equal(since(first, second, notNeeded(2)), '2026-11-20T10:00:00.000Z')
  assert.equal(
    since(first, sent(1, { answers: 1 }), second, notNeeded(2), undone(1, 'bounced')),
    '2026-11-20T10:00:00.000Z',
  )
})

test('names the messages that wait', () => {
  const events = [
    asks(1, '2026-11-20T10:00Z'),
    sent(1, { answers: 1 }),
    asks(2, '2026-11-21T10:00Z'),
    asks(3, '2026-11-21T11:00Z'),
  ]

  assert.deepEqual(clock(...events, notNeeded(2)).waiting, [3])
})

test('does not wait for an answer to a reply that nobody asked for', () => {
  assert.deepEqual(clock(sent(1, { answers: 1 }), undone(1, 'bounced')), RESTING)
})

test('gives the same whatever the order of the events', () => {
  const events = [
    asks(1, '2026-11-20T10:00Z'),
    sent(1, { answers: 1 }),
    asks(2, '2026-11-21T10:00Z'),
    sent(2, { answers: 2 }),
    undone(2, 'bounced'),
    undone(1, 'refused'),
    asks(3, '2026-11-21T12:00Z'),
    notNeeded(3),
  ]
  fc.assert(
    fc.property(fc.shuffledSubarray(events, { minLength: events.length }), (shuffled) => {
      assert.deepEqual(clock(...shuffled), clock(...events))
    }),
    { numRuns: 60 },
  )
})

function clock(...events: readonly ClockEvent[]): AnswerClock {
  return answerClock({ events, limits })
}

function since(...events: readonly ClockEvent[]): string | undefined {
  return clock(...events).unansweredSince?.toISOString()
}

function written({ unansweredSince, dueAt, claimAt, reopened }: AnswerClock): readonly (string | undefined)[] {
  return [unansweredSince?.toISOString(), dueAt?.toISOString(), claimAt?.toISOString(), reopened]
}

function asks(message: number, instant: string): ClockEvent {
  return { kind: 'buyer-message', id: message as MessageId, at: new Date(instant) } // proof: an id of this test's own
}

function notNeeded(message: number): ClockEvent {
  return { kind: 'not-needed', messageId: message as MessageId } // proof: an id of this test's own
}

function sent(reply: number, { answers }: { readonly answers: number }): ClockEvent {
  const replyId = reply as ReplyId // proof: an id of this test's own
  return { kind: 'reply-sent', replyId, answers: answers as MessageId } // proof: an id of this test's own
}

function undone(reply: number, reason: ReopenReason): ClockEvent {
  return { kind: 'reply-undone-by-amazon', replyId: reply as ReplyId, reason } // proof: an id of this test's own
}

function elsewhere(instant: string): ClockEvent {
  return { kind: 'answered-elsewhere', at: new Date(instant) }
}
