import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { currentPack } from '../../../policy/pack/current-pack.ts'
import { isLookAlike } from './look-alike.ts'

function lookAlikes(domains: readonly string[]): readonly string[] {
  return domains.filter((domain) => isLookAlike(domain, currentPack()))
}

describe('isLookAlike', () => {
  it('finds names that differ by two letters', () => {
    const domains = [
      'amazom.de',
      'amzaon.com',
      'arnazon.co.uk',
      'amazonn.it',
      'marketplace.amazom.fr',
      'mail.amazan.es',
    ]

    assert.deepEqual(lookAlikes(domains), domains)
  })

  it('finds names in other letters', () => {
    const domains = ['amaz0n.com', '4mazon.com', 'аmazon.com', 'ａmazon.com', 'xn--mazon-3ve.com', 'AMAZ0N.COM.']

    assert.deepEqual(lookAlikes(domains), domains)
  })

  it('finds the name inside another', () => {
    const domains = [
      'amazon-support.com',
      'seller-amazon.example',
      'amazonseller.example',
      'amazon.com.evil.example',
      'marketplace.amazon.de.evil.example',
      'seller-central.example',
      'amzn-pay.example',
      'amazon.dk',
    ]

    assert.deepEqual(lookAlikes(domains), domains)
  })

  it('finds none in Amazon’s own domains, in what lies below them and in others', () => {
    const domains = [
      'amazon.de',
      'amazon.com.br',
      'marketplace.amazon.co.jp',
      'sell.amazon.com',
      'mail.amazon.com',
      'gmail.com',
      'shop.example',
      'maison.example',
      'web.de',
      '',
    ]

    assert.deepEqual(lookAlikes(domains), [])
  })
})
