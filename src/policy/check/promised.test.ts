import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { currentPack } from '../pack/current-pack.ts'
import { check } from './check.ts'

const pack = currentPack()

describe('promised', () => {
  it('reads amounts as people of each country write them', () => {
    const written: readonly (readonly [text: string, minor: number, currency: string])[] = [
      ['We will refund $19.99 today.', 1999, 'USD'],
      ['We will refund £1,299 today.', 129_900, 'GBP'],
      ['Wir erstatten Ihnen 1.299,50 € heute.', 129_950, 'EUR'],
      ['Nous remboursons 12 EUR.', 1200, 'EUR'],
      ['1,980円を返金いたします。', 1980, 'JPY'],
      ['Zwrócimy 45,5 zł.', 4550, 'PLN'],
    ]

    assert.deepEqual(
      written.map(([text]) => amountOf(text)),
      written.map(([, minor, currency]) => ({ minor, currency })),
    )
  })

  it('reads calendar days, and no day that does not exist', () => {
    assert.deepEqual(daysOf('We will refund you on 2026-12-01 or on 3.12.2026.'), ['2026-12-01', '2026-12-03'])
    assert.deepEqual(daysOf('We will refund you on 2026-02-30.'), [])
  })

  it('takes nothing from sentences that promise nothing', () => {
    assert.deepEqual(check('The lamp is 20 EUR in our list of 2026-12-01.', { pack }).promised, [])
  })

  it('holds a refund above the limit or in another currency', () => {
    const refundLimit = { minor: 2000, currency: 'EUR' }

    assert.deepEqual(rulesOf('We refund 20 EUR.', refundLimit), [])
    assert.deepEqual(rulesOf('We refund 20,01 EUR.', refundLimit), ['OUT-094'])
    assert.deepEqual(rulesOf('We refund 5 USD.', refundLimit), ['OUT-094'])
  })
})

function amountOf(text: string): unknown {
  const [fact] = check(text, { pack }).promised
  return fact?.kind === 'amount' ? { minor: fact.minor, currency: fact.currency } : fact
}

function daysOf(text: string): readonly string[] {
  return check(text, { pack }).promised.flatMap((fact) => (fact.kind === 'day' ? [fact.day] : []))
}

function rulesOf(text: string, refundLimit: { readonly minor: number; readonly currency: string }): readonly string[] {
  return check(text, { pack, refundLimit }).findings.map(({ rule }) => rule)
}
