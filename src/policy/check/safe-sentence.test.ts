import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { currentPack } from '../pack/current-pack.ts'
import { check } from './check.ts'
import { allSafeSentences, plainSentence } from './safe-sentence.ts'

const pack = currentPack()

describe('safe sentences', () => {
  it('break no rule and are in a language that is covered', () => {
    const found = allSafeSentences().flatMap(([lang, sentence]) => {
      const { verdict, findings } = check(sentence, { pack, lang })
      return verdict === 'clear' ? [] : [[lang, sentence, verdict, ...findings.map(({ rule }) => rule)]]
    })

    assert.deepEqual(found, [])
  })

  it('say something in any case: in the language of the text, the one wanted, or English', () => {
    assert.match(plainSentence({ language: 'de' }), /^Vielen Dank/u)
    assert.match(plainSentence({ language: 'unknown', wanted: 'fr-CA' }), /^Merci/u)
    assert.match(plainSentence({ language: 'unknown', wanted: 'ru' }), /^Thank you/u)
  })
})
