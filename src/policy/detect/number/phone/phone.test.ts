import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from '../../detect.ts'

/** Language, sentence, the number in it. Numbers are of ranges kept for fiction where a country has one. */
const CAUGHT: readonly (readonly [lang: string, text: string, number: string])[] = [
  ['en', 'Call our workshop on +44 20 7946 0018 before noon.', '+44 20 7946 0018'],
  ['en', 'Our line is (202) 555-0143, ask for Bo.', '(202) 555-0143'],
  ['en', 'Try 1-202-555-0171 in the morning', '1-202-555-0171'],
  [
    'en',
    'My phone is two zero two five five five zero one four three',
    'two zero two five five five zero one four three',
  ],
  ['en', 'text me: 2O2 555 Ol43', '2O2 555 Ol43'],
  ['en', 'Call me on 2 0 2 5 5 5 0 1 4 3', '2 0 2 5 5 5 0 1 4 3'],
  ['de', 'Sie erreichen uns unter 030 23125 014.', '030 23125 014'],
  ['de', 'Rufen Sie bitte 0049 30 23125 014 an.', '0049 30 23125 014'],
  ['fr', 'Appelez le 01 99 00 12 34 le matin.', '01 99 00 12 34'],
  ['es', 'Llámeme al 612 34 56 78 por la tarde.', '612 34 56 78'],
  ['it', 'Mi chiami al 312 345 6789 dopo pranzo.', '312 345 6789'],
  ['ja', 'お電話は０９０－１２３４－５６７８までお願いします。', '０９０－１２３４－５６７８'],
  ['nl', 'Bel ons even op 06-12345678.', '06-12345678'],
  ['pl', 'Proszę zadzwonić: 512 345 678.', '512 345 678'],
  ['sv', 'Ring oss på 070-123 45 67 i morgon.', '070-123 45 67'],
  ['pt', 'Ligue para o 912 345 678 amanhã.', '912 345 678'],
  ['tr', 'Bizi 0501 234 56 78 numarasından arayın.', '0501 234 56 78'],
  ['en', 'call +1-800-FLOWERS today', '+1-800-FLOWERS'],
  ['en', 'Our line is (202) 555-0143 ext. 12, ask for Bo', '(202) 555-0143 ext. 12'],
  ['en', 'reach me at two-oh-two triple five oh one four three', 'two-oh-two triple five oh one four three'],
  [
    'fr',
    'appelez le zéro six douze trente-quatre cinquante-six soixante-dix-huit',
    'zéro six douze trente-quatre cinquante-six soixante-dix-huit',
  ],
  ['nl', 'bel nul zes twaalf vierendertig zesenvijftig negentig', 'nul zes twaalf vierendertig zesenvijftig negentig'],
  ['ja', '電話 〇九〇ー一二三四ー五六七八', '〇九〇ー一二三四ー五六七八'],
  ['en', 'text me 2,0,2,5,5,5,0,1,4,3', '2,0,2,5,5,5,0,1,4,3'],
  ['en', 'call +44&nbsp;20&nbsp;7946&nbsp;0018 now', '+44&nbsp;20&nbsp;7946&nbsp;0018'],
  ['de', 'Handy: 0151*234*567*89', '0151*234*567*89'],
  ['tr', 'Bizi O5Ol 229 54 24 numarasından arayın', 'O5Ol 229 54 24'],
  ['en', '+971 50 123 4567 works', '+971 50 123 4567'],
  ['en', 'Phone: 0️⃣2️⃣0️⃣ 7️⃣9️⃣4️⃣6️⃣ 0️⃣0️⃣1️⃣8️⃣', '0️⃣2️⃣0️⃣ 7️⃣9️⃣4️⃣6️⃣ 0️⃣0️⃣1️⃣8️⃣'],
]

const PASSES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'Your order 302-7654321-1234567 left on 2026-11-20 at 14:22.'],
  ['en', 'The tracking number of the parcel is 910663882243.'],
  ['en', 'It measures 687 x 57 x 42 cm and costs $1,299.00.'],
  ['en', 'One or two of the three lamps need five minutes.'],
  ['de', 'Die Rechnung 20260431 vom 17.06.2026 liegt bei.'],
  ['fr', 'Le colis 6A12345678901 pèse 1 250 g.'],
  ['ja', '注文番号は250-1234567-7654321、価格は12,639円です。'],
  ['pl', 'Cena to 1 234 567 zł.'],
  ['en', 'From 2019-2023 I had five of them, call it luck.'],
  ['en', 'UPC 012345678905 is on the box.'],
  ['de', 'Die Handyhülle 12345678 passt nicht.'],
]

test('finds phone numbers in every language and disguise', () => {
  const missed = CAUGHT.filter(([, text, number]) => !numbers(text).includes(number))

  assert.deepEqual(missed, [])
})

test('leaves orders, parcels, sizes, prices and dates alone', () => {
  const alarms = PASSES.filter(([, text]) => numbers(text).length > 0)

  assert.deepEqual(alarms, [])
})

test('does not take a line of single sizes for a phone number', () => {
  assert.deepEqual(numbers('We have sizes 6 7 8 9 10 11 12 left.'), [])
})

function numbers(text: string): readonly string[] {
  return detect(text, ['PHONE']).map(({ start, end }) => text.slice(start, end))
}
