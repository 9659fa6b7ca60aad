import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { detect } from './detect.ts'

const SOME = { numRuns: 200 }
const PIECES = fc.constantFrom(
  'lena@example.com',
  '4111 1111 1111 1111',
  'DE89 3704 0044 0532 0130 00',
  '+44 20 7946 0018',
  'https://example.com/a',
  'password: Lamp-77!x',
  '⟦EMAIL⟧',
  '302-7654321-1234567',
  '😀',
  'e\u0301',
  '１',
  '\u200b',
  '\n',
  ' ',
  '@',
  '.',
  '+',
  'one ',
  '九',
)
const MESSY = fc
  .array(fc.oneof(PIECES, fc.string({ unit: 'grapheme', maxLength: 8 })), { maxLength: 12 })
  .map((parts) => parts.join(''))

test('gives sorted spans inside the text that do not overlap', () => {
  fc.assert(
    fc.property(MESSY, (text) => {
      let behind = 0
      for (const { start, end } of detect(text)) {
        assert.ok(start >= behind && start < end && end <= text.length)
        behind = end
      }
    }),
    SOME,
  )
})

test('never cuts a character in two', () => {
  fc.assert(
    fc.property(MESSY, (text) => {
      for (const { start, end } of detect(text)) {
        assert.ok(text.slice(0, start).isWellFormed())
        assert.ok(text.slice(end).isWellFormed())
      }
    }),
    SOME,
  )
})

test('never throws, also on broken text', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }), (units) => {
      detect(String.fromCharCode(...units))
    }),
    SOME,
  )
})

test('finds a value whatever plain words stand around it', () => {
  const words = fc.constantFrom('', 'Hello ', 'Bonjour, ', 'お世話になります。', 'Danke! ', 'one more thing: ')
  const values = fc.constantFrom('lena@example.com', 'https://example.com/a', 'DE89 3704 0044 0532 0130 00')
  fc.assert(
    fc.property(words, values, words, (before, value, behind) => {
      assert.equal(detect(`${before}${value}. ${behind}`).length, 1)
    }),
    SOME,
  )
})

test('never finds a pill again', () => {
  assert.deepEqual(detect('Call ⟦PHONE⟧ or ⟦EMAIL⟧, password: ⟦CREDENTIAL⟧'), [])
})

test('does not join what stands on two sides of a pill', () => {
  assert.deepEqual(detect('4111 1111 ⟦PHONE⟧ 1111 1111'), [])
})

test('takes in the marks that belong to the last character', () => {
  const text = 'call 0️⃣2️⃣0️⃣ 7️⃣9️⃣4️⃣6️⃣ 0️⃣0️⃣1️⃣8️⃣!'

  assert.equal(detect(text, ['PHONE'])[0]?.end, text.length - 1)
})

test('looks only for the kinds that are asked for', () => {
  assert.deepEqual(
    detect('lena@example.com and 4111 1111 1111 1111', ['CARD']).map(({ kind }) => kind),
    ['CARD'],
  )
})

test('joins values that overlap into one span', () => {
  const text = 'https://example.com/?to=lena@example.com'

  assert.deepEqual(detect(text), [{ kind: 'EMAIL', start: 0, end: text.length }])
})
