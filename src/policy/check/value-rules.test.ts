import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { currentPack } from '../pack/current-pack.ts'
import { check } from './check.ts'
import type { CheckContext } from './check.ts'

const pack = currentPack()

describe('values an account may write', () => {
  it('passes a phone on the list however it is written, and no other', () => {
    const allowedPhones = ['+44 20 7946 0018']

    assert.deepEqual(rulesOf('Call the warranty line on +44 (20) 7946-0018.', { allowedPhones }), [])
    assert.deepEqual(rulesOf('Call the warranty line on +44 20 7946 0019.', { allowedPhones }), ['OUT-005'])
  })

  it('passes https links to a host on the list and below it', () => {
    const allowedHosts = ['parcel.example']

    assert.deepEqual(rulesOf('Track it at https://www.parcel.example/t/42 please.', { allowedHosts }), [])
    assert.deepEqual(rulesOf('Track it at http://www.parcel.example/t/42 please.', { allowedHosts }), ['OUT-021'])
    assert.deepEqual(rulesOf('Track it at https://evilparcel.example/t/42 please.', { allowedHosts }), ['OUT-020'])
  })

  it("advises to link to the help of the buyer's own Amazon", () => {
    const text = 'See https://www.amazon.de/gp/help/customer/contact-us please.'

    assert.deepEqual(rulesOf(text, { marketplaceTld: 'de' }), [])
    assert.deepEqual(rulesOf(text, { marketplaceTld: 'fr' }), ['OUT-024'])
    assert.deepEqual(rulesOf(text, {}), [])
  })

  it('holds a product that is not of the order, where the order is known', () => {
    const text = 'You may also like B07MGPBTU3 from us.'

    assert.deepEqual(rulesOf(text, { orderAsins: ['B07MGPBTU3'] }).includes('OUT-061'), false)
    assert.deepEqual(rulesOf(text, { orderAsins: ['B0CFBRRA2D'] }).includes('OUT-061'), true)
  })

  it("holds a text in another language than the buyer's", () => {
    const text = 'Vielen Dank für Ihre Nachricht, wir sehen uns das heute an.'

    assert.deepEqual(rulesOf(text, { buyerLang: 'de-AT' }), [])
    assert.deepEqual(rulesOf(text, { buyerLang: 'fr' }), ['OUT-032'])
  })
})

function rulesOf(text: string, context: Omit<CheckContext, 'pack'>): readonly string[] {
  return check(text, { pack, ...context }).findings.map(({ rule }) => rule)
}
