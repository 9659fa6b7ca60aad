import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { buyerName } from './buyer-name.ts'

describe('buyerName', () => {
  it('leaves out what Amazon puts behind a name', () => {
    const names = ['Ada - Amazon Marketplace', 'Ada – Amazon.co.uk Marketplace', 'Ada (via Amazon)', 'Ada']

    assert.deepEqual(
      names.map(buyerName),
      names.map(() => 'Ada'),
    )
  })

  it('keeps Amazon’s words for a buyer without a name', () => {
    assert.equal(buyerName('Acquirente Amazon'), 'Acquirente Amazon')
    assert.equal(buyerName('- Amazon Marketplace'), '- Amazon Marketplace')
  })
})
