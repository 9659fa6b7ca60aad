import assert from 'node:assert/strict'
import { it } from 'node:test'

import { scan } from '../scan.ts'
import { findIntents } from './find-intents.ts'

it('lets a negation excuse its own clause only', () => {
  assert.deepEqual(kinds('Do not send us your card number.'), [])
  assert.deepEqual(kinds('Do not worry, just send us your card number.'), ['ASK_CARD'])
  assert.deepEqual(kinds('We cannot do it here but send us your card number.'), ['ASK_CARD'])
})

it('does not take the negation of an idiom for one', () => {
  assert.deepEqual(kinds('Why don’t you send us your card number?'), ['ASK_CARD'])
  assert.deepEqual(kinds('We need not only your IBAN.'), ['ASK_BANK'])
})

it('hears a promise whose negation comes behind it, and none in a refusal', () => {
  assert.deepEqual(kinds('I promise that it will not be late.'), ['PROMISE'])
  assert.deepEqual(kinds('We cannot promise that it arrives today.'), [])
})

it('asks for the parts in one sentence', () => {
  assert.deepEqual(kinds('Please send us a photo. Your card number is safe with Amazon.'), [])
})

it('reads on over the line end of a wrapped mail, but not over a paragraph', () => {
  assert.deepEqual(kinds('Please send us\nyour card number.'), ['ASK_CARD'])
  assert.deepEqual(kinds('Please send us\n\nYour card number is safe.'), [])
})

it('reads the negation of one language for the same words of another', () => {
  assert.deepEqual(kinds('We mogen niet via WhatsApp communiceren.'), [])
})

it('finds one intent a kind and sentence, where its words stand', () => {
  const text = 'please send us your iban and your account number.'

  const [found, ...others] = findIntentsOf(text)

  assert.equal(others.length, 0)
  assert.equal(text.slice(found?.start, found?.end).endsWith('iban'), true)
})

it('stays linear in words without a full stop', () => {
  const words = 'send me your phone number whatsapp review five stars refund if never break tomorrow card not via '

  const [shorter, longer] = [30_000, 120_000].map((size) => bestMs(words.repeat(Math.ceil(size / words.length))))

  assert.ok((longer ?? 0) < 12 * (shorter ?? 0) + 10, `${shorter} ms, then ${longer} ms for four times as much`)
})

function findIntentsOf(text: string): ReturnType<typeof findIntents> {
  const { folded, atoms } = scan(text)
  return findIntents(folded.text, atoms)
}

function kinds(text: string): readonly string[] {
  return findIntentsOf(text).map(({ kind }) => kind)
}

function bestMs(text: string): number {
  const { folded, atoms } = scan(text)
  const times = [1, 2, 3].map(() => {
    const start = performance.now()
    findIntents(folded.text, atoms)
    return performance.now() - start
  })
  return Math.min(...times)
}
