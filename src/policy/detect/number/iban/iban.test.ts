import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from '../../detect.ts'

/** The examples of the registry's own documentation, and others with valid check digits. */
const CAUGHT: readonly (readonly [lang: string, text: string, account: string])[] = [
  ['en', 'Pay into GB82 WEST 1234 5698 7654 32 please.', 'GB82 WEST 1234 5698 7654 32'],
  ['de', 'Meine IBAN: DE89370400440532013000', 'DE89370400440532013000'],
  ['fr', 'Compte fr14 2004 1010 0505 0001 3m02 606', 'fr14 2004 1010 0505 0001 3m02 606'],
  ['es', 'ES91-2100-0418-4502-0005-1332', 'ES91-2100-0418-4502-0005-1332'],
  ['it', 'IT60X0542811101000000123456 è il conto', 'IT60X0542811101000000123456'],
  ['nl', 'N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0', 'N L 9 1 A B N A 0 4 1 7 1 6 4 3 0 0'],
  ['pl', 'PL61109010140000071219812874', 'PL61109010140000071219812874'],
  [
    'pt',
    'ＰＴ５０ ０００２ ０１２３ １２３４ ５６７８ ９０１５ ４',
    'ＰＴ５０ ０００２ ０１２３ １２３４ ５６７８ ９０１５ ４',
  ],
  ['sv', 'SE45 5000 0000\n0583 9825 7466', 'SE45 5000 0000\n0583 9825 7466'],
  ['en', 'DE eighty-nine 3704 0044 0532 0130 00', 'DE eighty-nine 3704 0044 0532 0130 00'],
  ['de', 'DE89 37O4 OO44 O532 O13O OO', 'DE89 37O4 OO44 O532 O13O OO'],
  ['tr', 'TR33 0006 1005 1978 6457 8413 26', 'TR33 0006 1005 1978 6457 8413 26'],
]

const PASSES: readonly (readonly [lang: string, text: string])[] = [
  ['en', 'GB82 WEST 1234 5698 7654 33 has wrong check digits.'],
  ['en', 'The part number is DE89-LAMP-7.'],
  ['en', 'DE893704004405320130009 is too long.'],
  ['de', 'Modell SE45 in Größe 50'],
]

test('finds account numbers of many countries, in any grouping', () => {
  const missed = CAUGHT.filter(([, text, account]) => !accounts(text).includes(account))

  assert.deepEqual(missed, [])
})

test('leaves wrong check digits and wrong lengths alone', () => {
  const alarms = PASSES.filter(([, text]) => accounts(text).length > 0)

  assert.deepEqual(alarms, [])
})

test('names an account number that also holds a card-like number by the account', () => {
  const text = 'PL64 7046 7004 0080 1600 9080 0934'

  assert.deepEqual(
    detect(text).map(({ kind }) => kind),
    ['IBAN'],
  )
})

function accounts(text: string): readonly string[] {
  return detect(text, ['IBAN']).map(({ start, end }) => text.slice(start, end))
}
