import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { STRANGER_CASES } from './cases/strangers.ts'
import { expectedMeanings, meaningsOf } from './meanings.ts'

describe('mails that are not Amazon’s', () => {
  it('are none of its mails, and suspect when they would like to be', async () => {
    assert.deepEqual(await meaningsOf(STRANGER_CASES), expectedMeanings(STRANGER_CASES))
  })
})
