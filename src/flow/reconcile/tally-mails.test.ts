import assert from 'node:assert/strict'
import { test } from 'node:test'

import { NO_MAILS, sumOf } from '../../model/reconciliation.ts'
import { newTally } from './tally-mails.ts'

const NOW = new Date('2026-11-24T12:00:00.000Z')

test('a mail at the last millisecond of a UTC day and one at the first of the next are of two days', () => {
  const tally = newTally(NOW)

  tally.kept(new Date('2026-11-23T23:59:59.999Z'), 'stored')
  tally.kept(new Date('2026-11-24T00:00:00.000Z'), 'noticed')

  assert.deepEqual(tally.days(), [
    { ...NO_MAILS, day: '2026-11-23', onServer: 1, stored: 1 },
    { ...NO_MAILS, day: '2026-11-24', onServer: 1, noticed: 1 },
  ])
})

test('both sides count the same mails: onServer and gone are the outcomes and missing', () => {
  const tally = newTally(NOW)
  for (const outcome of ['stored', 'repeated', 'noticed', 'quarantined'] as const) {
    tally.kept(NOW, outcome)
    tally.gone(NOW, outcome)
    tally.handedIn(NOW, outcome, 10)
  }
  tally.missing(NOW)

  const sum = sumOf(tally.days())

  assert.equal(sum.onServer + sum.gone, sum.stored + sum.repeated + sum.noticed + sum.quarantined + sum.missing)
  assert.deepEqual(sum, {
    onServer: 45,
    stored: 12,
    repeated: 12,
    noticed: 12,
    quarantined: 12,
    missing: 1,
    gone: 4,
  })
})

test('a mail whose date no calendar has is of today', () => {
  const tally = newTally(NOW)

  tally.missing(new Date(Number.NaN))
  tally.missing(new Date('-000001-01-01T00:00:00.000Z'))
  tally.missing(new Date(8.64e15))

  assert.deepEqual(tally.days(), [{ ...NO_MAILS, day: '2026-11-24', onServer: 3, missing: 3 }])
})
