import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noticeCases } from './cases/notices.ts'
import { SERVICE_CASES, SERVICE_FROM_AMAZON } from './cases/service.ts'
import { expectedMeanings, meaningsOf } from './meanings.ts'

describe('notices of Amazon’s, from bytes to meaning', () => {
  it('are understood by their type in every language', async () => {
    const cases = noticeCases(true)

    assert.deepEqual(await meaningsOf(cases), expectedMeanings(cases))
  })

  it('are understood by their fingerprints in every language when the X- headers were lost', async () => {
    const cases = noticeCases(false)

    assert.deepEqual(await meaningsOf(cases), expectedMeanings(cases))
  })
})

describe('mails of Amazon’s customer service', () => {
  it('are messages in the buyer’s name, in every language', async () => {
    assert.deepEqual(await meaningsOf(SERVICE_CASES), expectedMeanings(SERVICE_CASES))
  })

  it('start a clock from Amazon’s own addresses too', async () => {
    assert.deepEqual(await meaningsOf(SERVICE_FROM_AMAZON), expectedMeanings(SERVICE_FROM_AMAZON))
  })
})
