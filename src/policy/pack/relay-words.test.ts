import assert from 'node:assert/strict'
import test from 'node:test'

import { Fault } from '../../base/fault.ts'
import json from './relay-2026-11-23.json' with { type: 'json' }
import { foldWords, readRelayWords, relayWords } from './relay-words.ts'

const LANGUAGES = ['en', 'de', 'fr', 'it', 'es', 'nl', 'pl', 'sv', 'pt-BR', 'ja', 'tr', 'ar']

test('has words of every language for each thing Amazon tells', () => {
  const missing = Object.entries(json.phrases)
    .filter(([name]) => name !== 'amazonName' && name !== 'amazonValue')
    .flatMap(([name, entries]) =>
      LANGUAGES.filter((each) => !entries.some(({ language }) => language === each)).map((each) => `${name} ${each}`),
    )

  assert.deepEqual(missing, [])
})

test('names twelve months in each language', () => {
  assert.deepEqual(
    relayWords().months.filter(({ length }) => length !== 12),
    [],
  )
})

test('uses every source it names', () => {
  const text = JSON.stringify({ ...json, sources: {} })

  assert.deepEqual(
    Object.keys(json.sources).filter((key) => !text.includes(`"source":"${key}"`)),
    [],
  )
})

test('folds case, accents, apostrophes, hyphens and blanks', () => {
  assert.equal(foldWords('L’ACQUIRENTE\u00a0 non è\n stato  A‑bis‑Z'), "l'acquirente non e stato a-bis-z")
})

test('keeps the sign for some words in a phrase', () => {
  assert.ok(relayWords().phrases.refusal.includes('nachricht … nicht zugestellt'))
})

test('refuses phrases that nothing reads and names them', () => {
  const damaged = { ...json, phrases: { ...json.phrases, gossip: json.phrases.refund } }

  assert.throws(
    () => readRelayWords(damaged),
    (error) => error instanceof Fault && error.detail === 'phrases.gossip is not known to this program',
  )
})
