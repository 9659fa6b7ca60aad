import assert from 'node:assert/strict'
import test from 'node:test'

import { foldText } from '../../fold/fold.ts'
import { readNumerals } from './read-numerals.ts'

function digitsOf(text: string): readonly string[] {
  return readNumerals(foldText(text).text).digits
}

test('reads tens and digits as one number in every language', () => {
  assert.deepEqual(digitsOf('eighty-nine'), ['89'])
  assert.deepEqual(digitsOf('neunundachtzig'), ['89'])
  assert.deepEqual(digitsOf('quatre-vingt-dix-neuf soixante-dix-huit'), ['99', '78'])
  assert.deepEqual(digitsOf('cuarenta y cinco'), ['45'])
  assert.deepEqual(digitsOf('ottantotto'), ['88'])
  assert.deepEqual(digitsOf('vijfenveertig'), ['45'])
  assert.deepEqual(digitsOf('czterdzieści pięć'), ['45'])
  assert.deepEqual(digitsOf('fyrtiofem'), ['45'])
  assert.deepEqual(digitsOf('quarenta e cinco'), ['45'])
  assert.deepEqual(digitsOf('kırk beş'), ['45'])
})

test('repeats a digit that is said to come twice or three times', () => {
  assert.deepEqual(digitsOf('double five triple zero'), ['55', '000'])
})

test('reads ideographs and kana as digits, kana only several in a row', () => {
  assert.deepEqual(digitsOf('〇九〇'), ['090'])
  assert.deepEqual(digitsOf('ゼロキュウゼロいち'), ['0901'])
  assert.deepEqual(digitsOf('家に'), [])
})

test('reads letters that look like digits only among digits', () => {
  assert.deepEqual(digitsOf('2O2 ll oil'), ['202'])
})
