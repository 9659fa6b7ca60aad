import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { endOfDay } from './zone.ts'

describe('endOfDay', () => {
  it('is a second before midnight in the zone', () => {
    assert.equal(endOfDay({ year: 2026, month: 9, day: 12 }, 'Europe/Rome').toISOString(), '2026-09-12T21:59:59.000Z')
    assert.equal(endOfDay({ year: 2026, month: 9, day: 12 }, 'Asia/Tokyo').toISOString(), '2026-09-12T14:59:59.000Z')
  })

  it('keeps to the clocks on the days they change', () => {
    assert.equal(endOfDay({ year: 2026, month: 3, day: 29 }, 'Europe/Berlin').toISOString(), '2026-03-29T21:59:59.000Z')
    assert.equal(
      endOfDay({ year: 2026, month: 10, day: 25 }, 'Europe/Berlin').toISOString(),
      '2026-10-25T22:59:59.000Z',
    )
  })

  it('goes over the end of a month and a year', () => {
    assert.equal(endOfDay({ year: 2026, month: 12, day: 31 }, 'UTC').toISOString(), '2026-12-31T23:59:59.000Z')
  })
})
