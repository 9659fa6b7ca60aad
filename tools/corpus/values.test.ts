import assert from 'node:assert/strict'
import test from 'node:test'

import { diceOf } from './dice.ts'
import { makeValue } from './values.ts'

const LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'ja', 'nl', 'pl', 'sv', 'pt', 'tr']
const SEEDS = Array.from({ length: 60 }, (_, at) => `seed ${at}`)
const IBAN_LENGTHS: Readonly<Record<string, number>> = {
  GB: 22,
  DE: 22,
  FR: 27,
  IT: 27,
  ES: 24,
  CH: 21,
  NL: 18,
  PL: 28,
  SE: 24,
  PT: 25,
  TR: 26,
}

test('makes card numbers of 15 or 16 digits that pass the check of Luhn', () => {
  const wrong = made('CARD').filter((card) => {
    const digits = [...card.replace(/\D/g, '')].reverse().map(Number)
    const sum = digits.reduce((total, digit, at) => total + (at % 2 === 0 ? digit : (digit * 2) % 9 || digit), 0)
    return ![15, 16].includes(digits.length) || sum % 10 !== 0
  })

  assert.deepEqual(wrong, [])
})

test('makes account numbers as long as their country writes them, with a rest of 1', () => {
  const wrong = made('IBAN').filter((iban) => {
    const compact = iban.replaceAll(' ', '')
    const turned = [...`${compact.slice(4)}${compact.slice(0, 4)}`].map((c) => Number.parseInt(c, 36)).join('')
    return compact.length !== IBAN_LENGTHS[compact.slice(0, 2)] || BigInt(turned) % 97n !== 1n
  })

  assert.deepEqual(wrong, [])
})

test('makes the same value for the same seed', () => {
  assert.deepEqual(made('NATIONAL_ID'), made('NATIONAL_ID'))
})

test('makes no value of a type it does not know', () => {
  assert.equal(makeValue('ADDRESS', 'en', diceOf('seed')), undefined)
})

function made(type: string): readonly string[] {
  return LANGUAGES.flatMap((lang) => SEEDS.map((seed) => makeValue(type, lang, diceOf(seed)) ?? 'nothing'))
}
