import assert from 'node:assert/strict'
import { test } from 'node:test'

import { detect } from '../../detect.ts'

function kinds(text: string): readonly string[] {
  return detect(text).map((found) => found.kind)
}

test('a name of the trade in the sentence does not hide a card behind it', () => {
  const sentences = [
    'You can charge it to my card 4111 1111 1111 1111, expiry 09/29.',
    'Please charge my card 4111111111111111 again.',
    'Charge 4111 1111 1111 1111 for the extra shipping.',
    'I like this model, my card is 4111 1111 1111 1111.',
    'Take it from 4111 1111 1111 1111 EUR 20 at most.',
    'It is a lot to pay, so take card 4111 1111 1111 1111.',
    'The batch came late and my Visa 4111 1111 1111 1111 was billed twice.',
  ]

  for (const sentence of sentences) assert.deepEqual(kinds(sentence), ['CARD'], sentence)
})

test('a number directly behind its name is the trade’s own', () => {
  const sentences = [
    'Serial number 4111 1111 1111 1111 is on the back.',
    'S/N: 4111111111111111',
    'IMEI 356938035643809',
    'EAN 4006381333931, Charge: 20260301',
    'Modell model no. AB12 3456 7890',
  ]

  for (const sentence of sentences) assert.deepEqual(kinds(sentence), [], sentence)
})
