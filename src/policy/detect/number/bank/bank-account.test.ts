import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from '../../detect.ts'

/** Sentence, the account in it with the words that belong to it. All numbers are invented. */
const CAUGHT: readonly (readonly [text: string, account: string])[] = [
  ['Please refund to sort code 20-00-00 account 55779911 thanks', 'sort code 20-00-00 account 55779911'],
  ['Sort code: 20-00-00, Account number: 55779911', '20-00-00, Account number: 55779911'],
  ['Wire it: routing number 021000021, account number 123456789', 'routing number 021000021, account number 123456789'],
  ['Refund to BSB 062-000 account 12345678 please', 'BSB 062-000 account 12345678'],
  ['Details: transit 00123 institution 004 account 1234567', 'transit 00123 institution 004 account 1234567'],
  ['Send it to account 30012345678, IFSC HDFC0000123', 'account 30012345678, IFSC HDFC0000123'],
  ['Bitte überweisen auf Kto 12345678 BLZ 37040044', 'Kto 12345678 BLZ 37040044'],
  ['Meine Bankverbindung: BLZ 370 400 44, Konto-Nr. 532013000', 'BLZ 370 400 44, Konto-Nr. 532013000'],
  ['Mon RIB : 30004 00828 00012345678 43', '30004 00828 00012345678 43'],
  ['Il mio conto: ABI 03069 CAB 09400 c/c 100000012345', 'ABI 03069 CAB 09400 c/c 100000012345'],
  ['mi cuenta es 2100 0418 45 0200051332', '2100 0418 45 0200051332'],
  ['mi clabe interbancaria es 032180000118359719', '032180000118359719'],
  ['振込先は三菱UFJ銀行 新宿支店 普通 1234567です', '三菱UFJ銀行 新宿支店 普通 1234567'],
  ['Mój numer konta 61 1090 1014 0000 0712 1981 2874', 'numer konta 61 1090 1014 0000 0712 1981 2874'],
  ['Insättning till clearing 8327 konto 123 456 789 tack', 'clearing 8327 konto 123 456 789'],
  ['o meu NIB 0035 0123 12345678901 54', 'NIB 0035 0123 12345678901 54'],
  ['şube kodu 1234 hesap no 6789012', 'şube kodu 1234 hesap no 6789012'],
  ['Mijn rekeningnummer is 417164300', '417164300'],
]

const PASSES: readonly string[] = [
  'My customer account 12345678 is blocked.',
  'Mein Kundenkonto 12345678 ist gesperrt.',
  'The power bank holds 20000 mAh.',
  'The account was opened in 2019.',
  'Das Konto gibt es seit 2024.',
]

test('finds accounts with the labels that belong to them', () => {
  const missed = CAUGHT.filter(([text, account]) => !accounts(text).includes(account))

  assert.deepEqual(missed, [])
})

test('leaves accounts of customers, years and power banks alone', () => {
  assert.deepEqual(
    PASSES.filter((text) => accounts(text).length > 0),
    [],
  )
})

test('names an account of a country whose letters were left out an IBAN', () => {
  const found = detect('bank account 07 0331 2345 6789 0123 456')

  assert.deepEqual(
    found.map(({ kind }) => kind),
    ['IBAN'],
  )
})

function accounts(text: string): readonly string[] {
  return detect(text, ['BANK']).map(({ start, end }) => text.slice(start, end))
}
