import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { detect } from '../detect/detect.ts'
import { sentences } from './sentence.ts'

test('splits at the signs of each script', () => {
  assert.deepEqual(split('It is here. Is it? Yes! “Good.” Fine'), ['It is here.', 'Is it?', 'Yes!', '“Good.”', 'Fine'])
  assert.deepEqual(split('届きました。ありがとうございます！では'), ['届きました。', 'ありがとうございます！', 'では'])
  assert.deepEqual(split('Merci ! Comment allez-vous ? Bien.'), ['Merci !', 'Comment allez-vous ?', 'Bien.'])
})

test('ends a sentence at each line end', () => {
  assert.deepEqual(split('Dear Bo,\n\n  thank you\nBye'), ['Dear Bo,', 'thank you', 'Bye'])
})

test('does not end a sentence in an address, a link, a number or after an abbreviation', () => {
  assert.deepEqual(split('Ask lena.frost@example.com or www.example.com now.'), [
    'Ask lena.frost@example.com or www.example.com now.',
  ])
  assert.deepEqual(split('It costs 5.99 and weighs 1.5 kg. Good.'), ['It costs 5.99 and weighs 1.5 kg.', 'Good.'])
  assert.deepEqual(split('Das ist z. B. die Lampe von Dr. Frost. Gut.'), [
    'Das ist z. B. die Lampe von Dr. Frost.',
    'Gut.',
  ])
})

test('does not end a sentence inside a value, also one written with spaces', () => {
  const text = 'Ask lena . frost @ example . com today. Bye.'

  assert.deepEqual(
    sentences(text, detect(text)).map(({ start, end }) => text.slice(start, end)),
    ['Ask lena . frost @ example . com today.', 'Bye.'],
  )
})

test('takes several signs and an ellipsis as one end', () => {
  assert.deepEqual(split('Really?! Well... Good.'), ['Really?!', 'Well...', 'Good.'])
})

test('covers every character but blanks, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'aB .!?。\n"'), maxLength: 40 }), (text) => {
      assert.equal(split(text).join('').replace(/\s/gu, ''), text.replace(/\s/gu, ''))
    }),
    { numRuns: 200 },
  )
})

function split(text: string): readonly string[] {
  return sentences(text).map(({ start, end }) => text.slice(start, end))
}
