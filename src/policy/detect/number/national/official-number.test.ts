import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from '../../detect.ts'

/** Sentence, the number in it. Invented, or the examples that the authorities publish; check digits are right. */
const CAUGHT: readonly (readonly [text: string, id: string])[] = [
  ['My SSN is 123-45-6789', '123-45-6789'],
  ['social security number 123 45 6789', '123 45 6789'],
  ['My SIN is 046 454 286', '046 454 286'],
  ['National Insurance number AB 12 34 56 C', 'AB 12 34 56 C'],
  ['NHS number 943 476 5919', '943 476 5919'],
  ['PPS number 1234567FA', '1234567FA'],
  ['Aadhaar 2341 2341 2346', '2341 2341 2346'],
  ['PAN card ABCPE1234F', 'ABCPE1234F'],
  ['TFN 123 456 782', '123 456 782'],
  ['Medicare 2123 45670 1', '2123 45670 1'],
  ['NRIC S1234567D', 'S1234567D'],
  ['Iqama 2123456782', '2123456782'],
  ['my national id is 29001011234567', '29001011234567'],
  ['South African ID number 8001015009087', '8001015009087'],
  ['driving licence MORGA657054SM9IJ', 'MORGA657054SM9IJ'],
  ['passport no. 533380006', '533380006'],
  ['Meine Steuer-ID lautet 86 095 742 719', '86 095 742 719'],
  ['Steuernummer 21/815/08150', '21/815/08150'],
  ['Personalausweis L01X00T471 beigefügt', 'L01X00T471'],
  ['Sozialversicherungsnummer 65 180539 W 001', '65 180539 W 001'],
  ['AHV-Nr. 756.9217.0769.85', '756.9217.0769.85'],
  ['numéro de sécurité sociale 1 85 05 78 006 084 91', '1 85 05 78 006 084 91'],
  ['Mi DNI es 12345678Z', '12345678Z'],
  ['X-1234567-L es mi número', 'X-1234567-L'],
  ['CURP HEGG560427MVZRRL04', 'HEGG560427MVZRRL04'],
  ['RFC GODE561231GR8', 'GODE561231GR8'],
  ['RSS MRA 85T10 A562S è il mio', 'RSS MRA 85T10 A562S'],
  ['マイナンバーは1234 5678 9018です', '1234 5678 9018'],
  ['免許証番号は123456789012です', '123456789012'],
  ['Burgerservicenummer 111222333', '111222333'],
  ['Rijksregisternummer 85.07.30-033.28', '85.07.30-033.28'],
  ['PESEL: 440-514-01359', '440-514-01359'],
  ['nr dowodu ABA300000', 'ABA300000'],
  ['NIP 123-456-32-18', '123-456-32-18'],
  ['mitt personnummer är 19811228-9874', '19811228-9874'],
  ['samordningsnummer 701063-2391', '701063-2391'],
  ['CPF 529.982.247-25', '529.982.247-25'],
  ['CNPJ 11.222.333/0001-81', '11.222.333/0001-81'],
  ['cartão de cidadão 12345678 9 ZZ4', '12345678 9 ZZ4'],
  ['TC kimlik numaram 10000000146', '10000000146'],
  ['BSN 1-1-1-2-2-2-3-3-3', '1-1-1-2-2-2-3-3-3'],
  ['BSN ①①①②②②③③③', '①①①②②②③③③'],
  ['BSN 1\u200b11 222 333', '1\u200b11 222 333'],
]

const PASSES: readonly string[] = [
  'HS code 8517120000 for the customs form',
  'customs held parcel RR123456785DE',
  'The ID card holder is 10 x 7 cm, two pieces.',
  'Passport cover in black, size 12 x 9 cm',
  'customs value 123456 JPY',
  'Die Artikelnummer 12345678 stimmt nicht.',
  'The number 86095742719 stands on the box.',
]

test('finds official numbers of every country, however they are grouped', () => {
  const missed = CAUGHT.filter(([text, id]) => !ids(text).includes(id))

  assert.deepEqual(missed, [])
})

test('leaves numbers alone that nobody calls an official number', () => {
  assert.deepEqual(
    PASSES.filter((text) => ids(text).length > 0),
    [],
  )
})

test('tells a social security number of the United States from other numbers', () => {
  const kinds = ['ID no. 123-45-6789', 'BSN 111222333'].flatMap((text) => detect(text).map(({ kind }) => kind))

  assert.deepEqual(kinds, ['SSN', 'NATIONAL_ID'])
})

function ids(text: string): readonly string[] {
  return detect(text, ['SSN', 'NATIONAL_ID']).map(({ start, end }) => text.slice(start, end))
}
