import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { after, DAY_MS, HOUR_MS } from '../../base/clock.ts'
import { currentPack } from '../pack/current-pack.ts'
import { type AskedMessage, type FigureWindow, responseFigure } from './response-figure.ts'

const { limits } = currentPack()
const NOW = new Date('2026-11-24T12:00:00.000Z')

test('has nothing to judge without messages', () => {
  assert.deepEqual(
    figure([]).map(({ days, messages, lateShare }) => [days, messages, lateShare]),
    [
      [7, 0, undefined],
      [30, 0, undefined],
      [90, 0, undefined],
    ],
  )
})

test('tells in time, late, never and not yet apart, to the millisecond', () => {
  const messages = [
    asked(50, { answeredAfterMs: 24 * HOUR_MS }),
    asked(50, { answeredAfterMs: 24 * HOUR_MS + 1 }),
    asked(50),
    asked(24),
    { ...asked(24), askedAt: after(NOW, -24 * HOUR_MS - 1) },
  ]

  const [week] = figure(messages)

  assert.deepEqual(week, {
    days: 7,
    messages: 5,
    inTime: 1,
    answeredLate: 1,
    unanswered: 2,
    pending: 1,
    lateShare: 3 / 4,
  })
})

test('does not judge what still has time, and leaves out what needs no response', () => {
  const excluded = { ...asked(100), isExcluded: true }

  const [week] = figure([asked(1), asked(100, { answeredAfterMs: HOUR_MS }), excluded])

  assert.deepEqual([week?.messages, week?.pending, week?.lateShare], [2, 1, 0])
  assert.equal(figure([asked(1)])[0]?.lateShare, undefined)
})

test('counts a message in the windows it was received in, the first instant of each included', () => {
  const days = [7, 30, 90]
  const messages = days.flatMap((day) => [asked(day * 24), { ...asked(0), askedAt: after(NOW, -day * DAY_MS - 1) }])

  assert.deepEqual(
    figure(messages).map((window) => window.messages),
    [1, 3, 5],
  )
})

test('judges a weekend as any other day', () => {
  const friday = new Date('2026-11-20T18:00:00.000Z')
  const monday = new Date('2026-11-23T08:00:00.000Z')

  assert.equal(figure([{ askedAt: friday, answeredAt: monday, isExcluded: false }])[0]?.answeredLate, 1)
})

test('judges an hour that summer time takes or gives by the time that passed', () => {
  const cases = [
    ['2026-03-28T22:30+01:00', '2026-03-29T23:30+02:00', 'inTime'],
    ['2026-03-28T22:30+01:00', '2026-03-29T23:31+02:00', 'answeredLate'],
    ['2026-10-24T22:30+02:00', '2026-10-25T22:30+01:00', 'answeredLate'],
    ['2026-11-01T00:30-04:00', '2026-11-01T23:30-05:00', 'inTime'],
    ['2026-10-03T12:00+10:00', '2026-10-04T13:00+11:00', 'inTime'],
  ] as const

  for (const [askedAt, answeredAt, outcome] of cases) {
    const message = { askedAt: new Date(askedAt), answeredAt: new Date(answeredAt), isExcluded: false }
    const [week] = responseFigure([message], { now: after(message.askedAt, 2 * DAY_MS), limits })
    assert.equal(week?.[outcome], 1, askedAt)
  }
})

test('always adds up, and a longer window holds a shorter one', () => {
  fc.assert(
    fc.property(fc.array(message(), { maxLength: 40 }), (messages) => {
      const windows = figure(messages)
      for (const { messages: all, inTime, answeredLate, unanswered, pending, lateShare } of windows) {
        assert.equal(inTime + answeredLate + unanswered + pending, all)
        assert.ok(lateShare === undefined || (lateShare >= 0 && lateShare <= 1))
      }
      assert.deepEqual(
        windows.map((window) => window.messages),
        windows.map((window) => window.messages).toSorted((left, right) => left - right),
      )
    }),
  )
})

test('is never bettered by an answer that came later', () => {
  fc.assert(
    fc.property(message(), fc.nat({ max: 3 * DAY_MS }), (one, laterMs) => {
      const later = { ...one, answeredAt: one.answeredAt && after(one.answeredAt, laterMs) }
      assert.ok((figure([later]).at(-1)?.lateShare ?? 0) >= (figure([one]).at(-1)?.lateShare ?? 0))
    }),
  )
})

function figure(messages: readonly AskedMessage[]): readonly FigureWindow[] {
  return responseFigure(messages, { now: NOW, limits })
}

function asked(hoursAgo: number, { answeredAfterMs }: { readonly answeredAfterMs?: number } = {}): AskedMessage {
  const askedAt = after(NOW, -hoursAgo * HOUR_MS)
  return {
    askedAt,
    answeredAt: answeredAfterMs === undefined ? undefined : after(askedAt, answeredAfterMs),
    isExcluded: false,
  }
}

function message(): fc.Arbitrary<AskedMessage> {
  return fc
    .record({
      agoMs: fc.integer({ min: -HOUR_MS, max: 100 * DAY_MS }),
      answeredAfterMs: fc.option(fc.nat({ max: 3 * DAY_MS }), { nil: undefined }),
      isExcluded: fc.boolean(),
    })
    .map(({ agoMs, answeredAfterMs, isExcluded }) => ({
      ...asked(agoMs / HOUR_MS, answeredAfterMs === undefined ? {} : { answeredAfterMs }),
      isExcluded,
    }))
}
