import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { claimsAmazon } from './claimed-name.ts'

describe('claimsAmazon', () => {
  it('finds Amazon’s name in any script, in look-alike letters and with its letters apart', () => {
    const names = [
      'Amazon.de',
      'AMAZON Seller Support',
      'A m a z o n',
      'A.M.A.Z.O.N',
      'Am@z0n',
      'АМАZОN',
      'ａｍａｚｏｎ',
      'アマゾン',
      '亚马逊',
      'أمازون',
      'Амазон',
      'donotreply@amazon.com',
    ]

    assert.deepEqual(names.filter(claimsAmazon), names)
  })

  it('finds it in no other name', () => {
    assert.deepEqual(['Ada Muster', 'Emma Zonneveld', 'Mail Delivery System', '山田', ''].filter(claimsAmazon), [])
  })
})
