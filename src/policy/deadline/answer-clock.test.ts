import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import type { ReopenReason } from '../../model/conversation.ts'
import type { ReplyId } from '../../model/ids.ts'
import { currentPack } from '../pack/current-pack.ts'
import { answerClock } from './answer-clock.ts'
import type { AnswerClock, ClockEvent } from './answer-clock.ts'

const { limits } = currentPack()
const RESTING = { unansweredSince: undefined, dueAt: undefined, claimAt: undefined, reopened: undefined }

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
    assert.deepEqual(written(clock(asks(at))), [at, dueAt, claimAt, undefined], day)
})

test('rests when a reply is sent', () => {
  assert.deepEqual(clock(asks('2026-11-20T10:00Z'), sent('2026-11-20T11:00Z', 1)), RESTING)
})

test('rests when the answer was written in Seller Central', () => {
  assert.deepEqual(
    clock(asks('2026-11-20T10:00Z'), { kind: 'answered-elsewhere', at: at('2026-11-20T11:00Z') }),
    RESTING,
  )
})

test('keeps the first start of two messages before one answer', () => {
  assert.equal(since(asks('2026-11-20T10:00Z'), asks('2026-11-20T15:00Z')), '2026-11-20T10:00:00.000Z')
})

test('starts anew with a message after an answer', () => {
  const events = [asks('2026-11-20T10:00Z'), sent('2026-11-20T11:00Z', 1), asks('2026-11-21T08:00Z')]

  assert.equal(since(...events), '2026-11-21T08:00:00.000Z')
  assert.equal(clock(...events).reopened, undefined)
})

test('opens again with the old start after a bounce three days later, and says why', () => {
  const open = clock(asks('2026-11-20T10:00Z'), sent('2026-11-20T11:00Z', 1), undone('2026-11-23T11:00Z', 1, 'bounced'))

  assert.deepEqual(written(open), [
    '2026-11-20T10:00:00.000Z',
    '2026-11-21T10:00:00.000Z',
    '2026-11-22T10:00:00.000Z',
    'bounced',
  ])
})

test('does not open again what a later reply answered', () => {
  const events = [
    asks('2026-11-20T10:00Z'),
    sent('2026-11-20T11:00Z', 1),
    sent('2026-11-20T12:00Z', 2),
    undone('2026-11-23T11:00Z', 1, 'bounced'),
  ]

  assert.deepEqual(clock(...events), RESTING)
})

test('does not open again what was answered in Seller Central after the bounce', () => {
  const events = [
    asks('2026-11-20T10:00Z'),
    sent('2026-11-20T11:00Z', 1),
    undone('2026-11-20T11:05Z', 1, 'refused'),
    { kind: 'answered-elsewhere', at: at('2026-11-20T13:00Z') } as const,
  ]

  assert.deepEqual(clock(...events), RESTING)
})

test('opens only what the bounced reply should have answered', () => {
  const events = [
    asks('2026-11-20T10:00Z'),
    sent('2026-11-20T11:00Z', 1),
    asks('2026-11-21T10:00Z'),
    sent('2026-11-21T11:00Z', 2),
    undone('2026-11-21T11:01Z', 2, 'opted-out'),
  ]

  assert.equal(since(...events), '2026-11-21T10:00:00.000Z')
  assert.equal(clock(...events).reopened, 'opted-out')
})

test('goes back to the first message when every reply to it was undone', () => {
  const events = [
    asks('2026-11-20T10:00Z'),
    sent('2026-11-20T11:00Z', 1),
    asks('2026-11-21T10:00Z'),
    sent('2026-11-21T11:00Z', 2),
    undone('2026-11-22T09:00Z', 1, 'bounced'),
    undone('2026-11-22T10:00Z', 2, 'refused'),
  ]

  assert.equal(since(...events), '2026-11-20T10:00:00.000Z')
  assert.equal(clock(...events).reopened, 'refused')
})

test('does not blame an old bounce for a new message', () => {
  const events = [
    asks('2026-11-20T10:00Z'),
    sent('2026-11-20T11:00Z', 1),
    undone('2026-11-20T12:00Z', 1, 'bounced'),
    sent('2026-11-20T13:00Z', 2),
    asks('2026-11-22T10:00Z'),
  ]

  assert.equal(since(...events), '2026-11-22T10:00:00.000Z')
  assert.equal(clock(...events).reopened, undefined)
})

test('does not blame a late bounce of an older reply for a new message', () => {
  const events = [
    asks('2026-11-20T10:00Z'),
    sent('2026-11-20T11:00Z', 1),
    sent('2026-11-20T12:00Z', 2),
    asks('2026-11-22T10:00Z'),
    undone('2026-11-22T11:00Z', 1, 'bounced'),
  ]

  assert.equal(since(...events), '2026-11-22T10:00:00.000Z')
  assert.equal(clock(...events).reopened, undefined)
})

test('takes an answer at the very instant of the message for one', () => {
  assert.deepEqual(clock(asks('2026-11-20T10:00Z'), sent('2026-11-20T10:00Z', 1)), RESTING)
})

test('does not wait for an answer to a reply that nobody asked for', () => {
  assert.deepEqual(clock(sent('2026-11-20T10:00Z', 1), undone('2026-11-20T11:00Z', 1, 'bounced')), RESTING)
})

test('gives the same whatever the order of the events', () => {
  const events = [
    asks('2026-11-20T10:00Z'),
    sent('2026-11-20T11:00Z', 1),
    asks('2026-11-21T10:00Z'),
    sent('2026-11-21T11:00Z', 2),
    undone('2026-11-22T09:00Z', 2, 'bounced'),
    undone('2026-11-22T08:00Z', 1, 'refused'),
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

function at(instant: string): Date {
  return new Date(instant)
}

function asks(instant: string): ClockEvent {
  return { kind: 'buyer-message', at: at(instant) }
}

function sent(instant: string, reply: number): ClockEvent {
  return { kind: 'reply-sent', at: at(instant), replyId: reply as ReplyId } // proof: an id of this test's own
}

function undone(instant: string, reply: number, reason: ReopenReason): ClockEvent {
  return { kind: 'reply-undone-by-amazon', at: at(instant), replyId: reply as ReplyId, reason } // proof: an id of this test's own
}
