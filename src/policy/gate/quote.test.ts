import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { rawText } from '../../model/text.ts'
import type { SafeText } from '../../model/text.ts'
import { detect } from '../detect/detect.ts'
import { currentPack } from '../pack/current-pack.ts'
import { noText, redact } from '../redact/redact.ts'
import { QUOTE_MAX_CHARACTERS, quoteSubject, quoteText, SUBJECT_MAX_CHARACTERS } from './quote.ts'

const pack = currentPack()

test('takes links out too', () => {
  assert.equal(quoteText(safe('It is on https://example.com/a, see?'), { pack }), 'It is on ⟦URL⟧, see?')
})

test('is never longer than its limit, and says that something was cut', () => {
  const quoted = quoteText(safe('Where is it? '.repeat(400)), { pack })

  assert.ok(quoted.length <= QUOTE_MAX_CHARACTERS)
  assert.ok(quoted.endsWith('…'))
})

test('shows that there was a message without words', () => {
  assert.equal(quoteText(noText(), { pack }), '[…]')
  assert.equal(quoteText(safe(' \n'), { pack }), '[…]')
})

test('holds nothing sensitive and changes nothing when called again, wherever it is cut', () => {
  const value = fc.constantFrom(
    'lena@example.com ',
    'https://example.com/a ',
    '4111 1111 1111 1111 ',
    'abc ',
    '⟦EMAIL⟧ ',
    '😀',
  )
  fc.assert(
    fc.property(
      fc.integer({ min: QUOTE_MAX_CHARACTERS - 60, max: QUOTE_MAX_CHARACTERS }),
      fc.array(value, { maxLength: 8 }),
      (length, tail) => {
        const quoted = quoteText(safe('word '.repeat(500).slice(0, length) + tail.join('')), { pack })

        assert.deepEqual(detect(quoted), [])
        assert.ok(quoted.length <= QUOTE_MAX_CHARACTERS && quoted.isWellFormed())
        assert.equal(quoteText(quoted, { pack }), quoted)
      },
    ),
    { numRuns: 50 },
  )
})

test('takes out what turns the reading direction, before it looks for values', () => {
  assert.equal(quoteText(safe('Where\u202e is it\u2028now'), { pack }), 'Where is it\nnow')
})

test('answers a subject with one Re and without its links', () => {
  assert.equal(quoteSubject(safe('Lamp\n of example.com/a'), { pack }), 'Re: Lamp of ⟦URL⟧')
  assert.equal(quoteSubject(safe('RE: Lamp'), { pack }), 'RE: Lamp')
  assert.equal(quoteSubject(noText(), { pack }), 'Re:')
})

test('cuts a subject at its limit', () => {
  assert.ok(quoteSubject(safe('Lamp '.repeat(200)), { pack }).length <= SUBJECT_MAX_CHARACTERS)
})

function safe(text: string): SafeText {
  return redact(rawText(text), { pack }).text
}
