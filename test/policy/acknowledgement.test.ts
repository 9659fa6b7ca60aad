import assert from 'node:assert/strict'
import test from 'node:test'

import fc from 'fast-check'

import { isAcknowledgement } from '../../src/policy/route/acknowledgement.ts'
import { generatedTexts, readCorpus } from '../../tools/corpus/read.ts'
import { HELD_TEXTS, type LabelledTexts, OPEN_TEXTS } from './acknowledgement-texts.ts'
import { messyText } from './reply-texts.ts'

/** Of everyday reviews and replies, in per cent, those that may be taken for an empty answer. */
const CEILING = 2
/** The same of answers that were chosen to look like one. */
const LOOKALIKE_CEILING = 15
/** Of empty answers, in per cent, those that must be known: one that is missed loses sight of a buyer. */
const OPEN_FLOOR = 95
const HELD_FLOOR = 85

test('takes hardly an everyday text for a mere acknowledgement', () => {
  const texts = [...generatedTexts(91), ...readCorpus('open'), ...readCorpus('held')].filter(
    ({ label }) => label === 'clean',
  )
  const taken = texts.filter(({ text }) => isAcknowledgement(text))

  assert.ok(texts.length >= 1_000)
  assert.ok(taken.length * 100 <= CEILING * texts.length, taken.map(({ text }) => text).join('\n'))
})

test('knows nearly all acknowledgements that the lexicon was written with', () => {
  assertKnown(OPEN_TEXTS, OPEN_FLOOR)
})

test('knows most acknowledgements that nobody repaired a word for', () => {
  assertKnown(HELD_TEXTS, HELD_FLOOR)
})

test('seldom takes an answer for an acknowledgement that it only looks like', () => {
  const answers = [...OPEN_TEXTS.answers, ...HELD_TEXTS.answers]
  const taken = answers.filter((text) => isAcknowledgement(text))

  assert.ok(taken.length * 100 <= LOOKALIKE_CEILING * answers.length, taken.join('\n'))
})

test('an acknowledgement with an answer behind it is an answer', () => {
  const mixed = OPEN_TEXTS.empty.map((text) => `${text}\n\nThe cable is two metres long and fits both lamps.`)

  assert.deepEqual(
    mixed.filter((text) => isAcknowledgement(text)),
    [],
  )
})

test('says something of any text whatsoever', () => {
  fc.assert(fc.property(messyText(), (text) => typeof isAcknowledgement(text) === 'boolean'))
})

function assertKnown({ empty }: LabelledTexts, floor: number): void {
  const missed = empty.filter((text) => !isAcknowledgement(text))
  const known = empty.length - missed.length

  assert.ok(known * 100 >= floor * empty.length, missed.join('\n'))
}
