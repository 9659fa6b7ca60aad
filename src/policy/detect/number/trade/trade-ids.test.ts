import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { detect } from '../../detect.ts'

const SOME = { numRuns: 300 }
const digits = (count: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: count, maxLength: count })
const letters = (count: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'ABCDEFGHJKMNPQRSTUVWXYZ0123456789'), minLength: count, maxLength: count })

const ORDER = fc.tuple(digits(3), digits(7), digits(7)).map((parts) => parts.join('-'))
const ASIN = letters(8).map((rest) => `B0${rest}`)
const FNSKU = letters(7).map((rest) => `X00${rest}`)
const UPS = fc.tuple(letters(6), digits(10)).map((parts) => `1Z${parts.join('')}`)
const USPS = digits(20).map((rest) => `94${rest}`)
const DHL = digits(16).map((rest) => `JVGL${rest}`)
const MAIL_MARK = digits(16).map((rest) => `SPC-EUAmazon-${rest}`)
const PRICE = fc
  .tuple(fc.constantFrom('$', '€', '£', '¥'), fc.integer({ min: 1, max: 99_999 }))
  .map(([sign, amount]) => `${sign}${amount}.99`)
const DATE = fc
  .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 2020, max: 2029 }))
  .map(([day, month, year]) => `${day}.${month}.${year}`)
const CASE = fc.uuid()

const TRADE_ID = fc.oneof(ORDER, ASIN, FNSKU, UPS, USPS, DHL, MAIL_MARK, PRICE, DATE, CASE)
const CARRIER = fc.constantFrom(
  (id: string) => `It is about ${id}.`,
  (id: string) => `Es geht um ${id}, danke.`,
  (id: string) => `Call us about ${id} please`,
  (id: string) => `${id}についてお電話ください`,
  (id: string) => `La carte pour ${id} est arrivée`,
)

test('never reads the trade’s own numbers as something sensitive', () => {
  fc.assert(
    fc.property(TRADE_ID, CARRIER, (id, sentence) => {
      assert.deepEqual(detect(sentence(id)), [])
    }),
    SOME,
  )
})

test('knows a case id by its shape, also one that begins with letters alone', () => {
  const ids = [
    'abcdefab-0000-1000-8000-00000015989a',
    'abcdefab-cdef-1000-8000-00000015989a',
    'abcdefab-cdef-abcd-8000-00000015989a',
  ]

  assert.deepEqual(
    ids.flatMap((id) => detect(`Call us about ${id} please`)),
    [],
  )
})

test('seldom takes a number of a parcel for something sensitive', () => {
  const numbers = fc.sample(fc.integer({ min: 12, max: 16 }).chain(digits), { numRuns: 2_000, seed: 5 })
  const alarms = numbers.filter((number) => detect(`Der Versand ${number} fehlt.`).length > 0)

  assert.ok(alarms.length < numbers.length / 50, `${alarms.length} of ${numbers.length}`)
})

test('leaves numbers alone that are called by their name', () => {
  const named = [
    'IMEI: 355238572776430',
    'EAN 4082289878026',
    'S/N 91S113292407',
    'LOT 67448038',
    'SKU NP-89TR-8530',
    'serial no. 4111111111111111',
  ]

  assert.deepEqual(
    named.filter((text) => detect(text).length > 0),
    [],
  )
})

test('still finds a card beside an order id', () => {
  const text = 'Order 302-7654321-1234567, card 4111 1111 1111 1111'

  assert.deepEqual(
    detect(text).map(({ kind, start, end }) => [kind, text.slice(start, end)]),
    [['CARD', '4111 1111 1111 1111']],
  )
})
