import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { after, DAY_MS, HOUR_MS } from '../../base/clock.ts'
import type { ClockKind } from '../../model/deadline.ts'
import {
  deadlineState,
  type DeadlineState,
  dueThresholds,
  NEAR_MS,
  nextThreshold,
  type StoppableClock,
} from './deadline-state.ts'

const START = new Date('2026-11-20T10:00:00.000Z')
const SPANS: Readonly<Record<ClockKind, number>> = {
  answer: DAY_MS,
  'claim-risk': 2 * DAY_MS,
  return: DAY_MS,
  'claim-request': 2 * DAY_MS,
  appeal: 30 * DAY_MS,
  cancellation: DAY_MS,
  undo: 10_000,
}
const KINDS = Object.keys(SPANS) as ClockKind[] // proof: the keys of a record by kind

test('goes through each state of each kind, to the millisecond', () => {
  for (const kind of KINDS) {
    const dueAt = after(START, SPANS[kind])
    const nearAt = after(dueAt, -NEAR_MS[kind])
    const running = clockOf(kind)

    assert.equal(deadlineState({ ...running, startsAt: undefined, dueAt: undefined }, START), 'resting', kind)
    assert.equal(deadlineState(running, START), 'running', kind)
    assert.equal(deadlineState(running, after(nearAt, -1)), 'running', kind)
    if (NEAR_MS[kind] > 0) assert.equal(deadlineState(running, nearAt), 'near', kind)
    if (NEAR_MS[kind] > 0) assert.equal(deadlineState(running, after(dueAt, -1)), 'near', kind)
    assert.equal(deadlineState(running, dueAt), 'late', kind)
    assert.equal(deadlineState({ ...running, settledAt: dueAt }, after(dueAt, DAY_MS)), 'kept', kind)
    assert.equal(deadlineState({ ...running, settledAt: after(dueAt, 1) }, after(dueAt, DAY_MS)), 'late', kind)
  }
})

test('shows the answer and the claim at the hours people were told: 20 and 24, 36 and 48', () => {
  const states = (kind: ClockKind, hours: readonly number[]) =>
    hours.map((hour) => deadlineState(clockOf(kind), after(START, hour * HOUR_MS)))

  assert.deepEqual(states('answer', [19, 20, 23, 24, 25]), ['running', 'near', 'near', 'late', 'late'])
  assert.deepEqual(states('claim-risk', [35, 36, 47, 48, 49]), ['running', 'near', 'near', 'late', 'late'])
})

test('is not near from the beginning: of a request with three hours, the second half is', () => {
  const short = { ...clockOf('claim-request'), dueAt: after(START, 3 * HOUR_MS) }

  assert.equal(deadlineState(short, START), 'running')
  assert.equal(deadlineState(short, after(START, 1.5 * HOUR_MS)), 'near')
  assert.equal(deadlineState(short, after(START, 3 * HOUR_MS)), 'late')
})

test('is late at once when the mail came after its own deadline', () => {
  const passed = { ...clockOf('claim-request'), dueAt: after(START, -HOUR_MS) }

  assert.equal(deadlineState(passed, START), 'late')
  assert.equal(nextThreshold([passed], START), undefined)
})

test('lasts as long as its days are many, on every kind of day', () => {
  const cases: readonly (readonly [day: string, kind: ClockKind, startsAt: string, nearAt: string, dueAt: string])[] = [
    ['a Friday evening', 'answer', '2026-11-20T18:00Z', '2026-11-21T14:00Z', '2026-11-21T18:00Z'],
    ['Christmas', 'claim-risk', '2026-12-24T12:00Z', '2026-12-26T00:00Z', '2026-12-26T12:00Z'],
    [
      'the last millisecond of a day',
      'answer',
      '2026-11-20T23:59:59.999Z',
      '2026-11-21T19:59:59.999Z',
      '2026-11-21T23:59:59.999Z',
    ],
    [
      'clocks forward in Berlin',
      'answer',
      '2026-03-28T22:30+01:00',
      '2026-03-29T19:30+02:00',
      '2026-03-29T23:30+02:00',
    ],
    ['clocks back in Berlin', 'answer', '2026-10-24T22:30+02:00', '2026-10-25T17:30+01:00', '2026-10-25T21:30+01:00'],
    [
      'clocks forward in New York',
      'return',
      '2026-03-07T20:00-05:00',
      '2026-03-08T17:00-04:00',
      '2026-03-08T21:00-04:00',
    ],
    ['clocks back in New York', 'return', '2026-10-31T20:00-04:00', '2026-11-01T15:00-05:00', '2026-11-01T19:00-05:00'],
    [
      'clocks back in Sydney',
      'claim-risk',
      '2026-04-04T12:00+11:00',
      '2026-04-05T23:00+10:00',
      '2026-04-06T11:00+10:00',
    ],
    [
      'clocks forward in Sydney',
      'claim-risk',
      '2026-10-03T12:00+10:00',
      '2026-10-05T01:00+11:00',
      '2026-10-05T13:00+11:00',
    ],
    ['a leap day', 'answer', '2028-02-28T09:30Z', '2028-02-29T05:30Z', '2028-02-29T09:30Z'],
    ['no leap day', 'answer', '2026-02-28T09:30Z', '2026-03-01T05:30Z', '2026-03-01T09:30Z'],
    [
      'thirty days over clocks back',
      'appeal',
      '2026-10-10T12:00+02:00',
      '2026-11-06T11:00+01:00',
      '2026-11-09T11:00+01:00',
    ],
    ['thirty days over a leap day', 'appeal', '2028-02-10T12:00Z', '2028-03-08T12:00Z', '2028-03-11T12:00Z'],
  ]

  for (const [day, kind, startsAt, nearAt, dueAt] of cases) {
    const start = new Date(startsAt)
    const clock = { kind, startsAt: start, dueAt: after(start, SPANS[kind]), settledAt: undefined }
    assert.equal(nextThreshold([clock], start)?.toISOString(), new Date(nearAt).toISOString(), day)
    assert.equal(nextThreshold([clock], new Date(nearAt))?.toISOString(), new Date(dueAt).toISOString(), day)
  }
})

test('follows a machine clock that is set back and forward, with no memory of where it was', () => {
  const answer = clockOf('answer')
  const shown = (hours: readonly number[]) => hours.map((hour) => deadlineState(answer, after(START, hour * HOUR_MS)))

  assert.deepEqual(shown([21, 2, 21, 30, -5, 24]), ['near', 'running', 'near', 'late', 'running', 'late'])
  assert.equal(nextThreshold([answer], after(START, -DAY_MS))?.toISOString(), '2026-11-21T06:00:00.000Z')
})

test('finds the clocks that passed both thresholds while the process was stopped late, once each', () => {
  const [answer, risk, done] = [clockOf('answer'), clockOf('claim-risk'), { ...clockOf('return'), settledAt: START }]

  assert.deepEqual(dueThresholds([answer, risk, done], after(START, 37 * HOUR_MS)), [
    { clock: answer, state: 'late' },
    { clock: risk, state: 'near' },
  ])
  assert.equal(
    nextThreshold([answer, risk, done], after(START, 37 * HOUR_MS))?.toISOString(),
    '2026-11-22T10:00:00.000Z',
  )
})

test('has nothing to tell of a clock that rests or is settled', () => {
  const rests = { kind: 'answer', startsAt: undefined, dueAt: undefined, settledAt: undefined } as const
  const settled = { ...clockOf('appeal'), settledAt: after(START, 40 * DAY_MS) }

  assert.deepEqual(dueThresholds([rests, settled], after(START, 50 * DAY_MS)), [])
  assert.equal(nextThreshold([rests, settled], START), undefined)
})

test('tells of every change of state: from threshold to threshold nothing changes, at each one something does', () => {
  fc.assert(
    fc.property(clocks(), instant(), (all, now) => {
      const next = nextThreshold(all, now)
      const states = (at: Date) => all.map((clock) => deadlineState(clock, at))
      if (next === undefined) return assert.deepEqual(states(after(now, 400 * DAY_MS)), states(now))
      assert.ok(next > now)
      assert.deepEqual(states(after(next, -1)), states(now))
      assert.notDeepEqual(states(next), states(after(next, -1)))
    }),
    { numRuns: 500 },
  )
})

test('only ever moves on while time does', () => {
  const order: readonly DeadlineState[] = ['running', 'near', 'late']
  fc.assert(
    fc.property(clock(), instant(), fc.nat({ max: 90 * DAY_MS }), (one, now, laterMs) => {
      const [before, later] = [deadlineState(one, now), deadlineState(one, after(now, laterMs))]
      if (before === 'kept' || before === 'resting') assert.equal(later, before)
      else assert.ok(order.indexOf(later) >= order.indexOf(before))
    }),
  )
})

function clockOf(kind: ClockKind): StoppableClock & { readonly dueAt: Date } {
  return { kind, startsAt: START, dueAt: after(START, SPANS[kind]), settledAt: undefined }
}

function instant(): fc.Arbitrary<Date> {
  return fc.integer({ min: -40 * DAY_MS, max: 40 * DAY_MS }).map((ms) => after(START, ms))
}

function clock(): fc.Arbitrary<StoppableClock> {
  return fc
    .record({
      kind: fc.constantFrom(...KINDS),
      startsAt: fc.option(instant(), { nil: undefined, freq: 8 }),
      spanMs: fc.integer({ min: -HOUR_MS, max: 35 * DAY_MS }),
      settledAt: fc.option(instant(), { nil: undefined, freq: 2 }),
    })
    .map(({ spanMs, startsAt, ...rest }) => ({ ...rest, startsAt, dueAt: startsAt && after(startsAt, spanMs) }))
}

function clocks(): fc.Arbitrary<readonly StoppableClock[]> {
  return fc.array(clock(), { maxLength: 6 })
}
