import assert from 'node:assert/strict'
import test from 'node:test'

import { isAcknowledgement } from '../../src/policy/route/acknowledgement.ts'
import { generatedTexts, readCorpus } from '../../tools/corpus/read.ts'

/** Of everyday reviews and replies, in per cent, those that may be taken for an empty answer. */
const CEILING = 2

test('takes hardly an everyday text for a mere acknowledgement', () => {
  const texts = [...generatedTexts(91), ...readCorpus('open'), ...readCorpus('held')].filter(
    ({ label }) => label === 'clean',
  )
  const taken = texts.filter(({ text }) => isAcknowledgement(text))

  assert.ok(texts.length >= 1_000)
  assert.ok(taken.length * 100 <= CEILING * texts.length, taken.map(({ text }) => text).join('\n'))
})
