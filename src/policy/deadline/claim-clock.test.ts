import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { currentPack } from '../pack/current-pack.ts'
import { claimAppealUntil, claimFilingUntil, claimInformationDueAt } from './claim-clock.ts'
import { returnClock } from './return-clock.ts'

const pack = currentPack()
const at = new Date('2026-03-28T23:59:59.999Z')

describe('clocks of claims and returns', () => {
  it('gives two days for information, or less if the mail says so', () => {
    const earlier = new Date('2026-03-29T12:00:00Z')
    const later = new Date('2026-04-01T12:00:00Z')

    assert.equal(iso(claimInformationDueAt({ at, statedDueAt: undefined }, pack)), '2026-03-30T23:59:59.999Z')
    assert.equal(claimInformationDueAt({ at, statedDueAt: earlier }, pack), earlier)
    assert.equal(iso(claimInformationDueAt({ at, statedDueAt: later }, pack)), '2026-03-30T23:59:59.999Z')
  })

  it('gives thirty days to appeal and ninety to open a claim, over a change of summer time', () => {
    assert.equal(iso(claimAppealUntil(at, pack)), '2026-04-27T23:59:59.999Z')
    assert.equal(iso(claimFilingUntil(at, pack)), '2026-06-26T23:59:59.999Z')
  })

  it('wants a return request answered in a day and counts it after two', () => {
    const { dueAt, countsAt } = returnClock(at, pack)

    assert.deepEqual([iso(dueAt), iso(countsAt)], ['2026-03-29T23:59:59.999Z', '2026-03-30T23:59:59.999Z'])
  })
})

function iso(instant: Date): string {
  return instant.toISOString()
}
