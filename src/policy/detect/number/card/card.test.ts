import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from '../../detect.ts'

/** Numbers that payment processors publish for tests. */
const CAUGHT: readonly (readonly [lang: string, text: string, card: string])[] = [
  ['en', 'My card is 4111 1111 1111 1111, exp 09/28.', '4111 1111 1111 1111'],
  ['en', 'Use 5555555555554444 for it', '5555555555554444'],
  ['en', 'Amex 3782-822463-10005 please', '3782-822463-10005'],
  ['de', 'Karte: 4.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1', '4.1.1.1.1.1.1.1.1.1.1.1.1.1.1.1'],
  ['fr', 'La carte ４１１１ １１１１ １１１１ １１１１', '４１１１ １１１１ １１１１ １１１１'],
  ['es', 'tarjeta 4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1', '4 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1'],
  ['it', 'carta 4111_1111_1111_1111', '4111_1111_1111_1111'],
  ['ja', 'カード番号は6011111111111117です', '6011111111111117'],
  ['nl', 'kaart 5105-1051\n-0510-5100', '5105-1051\n-0510-5100'],
  ['pl', 'karta 3530 1113 3330 0000', '3530 1113 3330 0000'],
  ['sv', 'kortet 4\u200b111 1111 1111 1111', '4\u200b111 1111 1111 1111'],
  ['pt', 'cartão 41l1 l11l 11lI 1111', '41l1 l11l 11lI 1111'],
  ['en', 'Maestro 6759 6498 2643 8453', '6759 6498 2643 8453'],
  ['en', 'card: 4111 first, then 1111 and 1111, last 1111', '4111 first, then 1111 and 1111, last 1111'],
  ['tr', '3056 9309 0259 04 numaralı kart', '3056 9309 0259 04'],
  [
    'en',
    'card four one one one one one one one one one one one one one one one',
    'four one one one one one one one one one one one one one one one',
  ],
]

const PASSES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'The card 4111 1111 1111 1112 has a wrong check digit.'],
  ['en', 'Visa ****8354 was charged.'],
  ['en', 'Tracking 4111111111111111 says delivered.'],
  ['en', 'IMEI 355238572776430, EAN 4082289878026.'],
  ['de', 'Sendung 9475451909558277862537'],
]

test('finds card numbers with any separators, in any digits', () => {
  const missed = CAUGHT.filter(([, text, card]) => !cards(text).includes(card))

  assert.deepEqual(missed, [])
})

test('leaves wrong check digits, card tails, parcels and articles alone', () => {
  const alarms = PASSES.filter(([, text]) => cards(text).length > 0)

  assert.deepEqual(alarms, [])
})

test('finds two cards that stand together, and not the security code behind', () => {
  assert.deepEqual(cards('cards 4111 1111 1111 1111 / 5555 5555 5555 4444 123'), [
    '4111 1111 1111 1111',
    '5555 5555 5555 4444',
  ])
})

function cards(text: string): readonly string[] {
  return detect(text, ['CARD']).map(({ start, end }) => text.slice(start, end))
}
