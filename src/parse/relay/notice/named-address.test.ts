import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { currentPack } from '../../../policy/pack/current-pack.ts'
import { namedAddress } from './named-address.ts'

describe('namedAddress', () => {
  it('reads the relay address inside a link and at the end of a sentence', () => {
    assert.equal(
      namedAddress('[waaaaaaa01@marketplace.amazon.it?subject= [Importante]]', currentPack()),
      'waaaaaaa01@marketplace.amazon.it',
    )
    assert.equal(
      namedAddress('Write to waaaaaaa01@marketplace.amazon.com.br.', currentPack()),
      'waaaaaaa01@marketplace.amazon.com.br',
    )
  })

  it('reads none of two, and none of a host that only begins so', () => {
    assert.equal(
      namedAddress('aaaaaaaa01@marketplace.amazon.de bbbbbbbb01@marketplace.amazon.de', currentPack()),
      undefined,
    )
    assert.equal(namedAddress('aaaaaaaa01@marketplace.amazon.de.evil.example', currentPack()), undefined)
  })
})
