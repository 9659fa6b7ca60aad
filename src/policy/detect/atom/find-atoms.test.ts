import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { findAtoms } from './find-atoms.ts'
import { trieOf } from './trie.ts'
import type { CompiledLexicon } from './trie.ts'

const LONG = 'a very long phrase that shares its beginning with'

describe('findAtoms', () => {
  it('finds whole words and not parts of them', () => {
    assert.deepEqual(found('card a card, cards discard'), ['card', 'card'])
  })

  it('finds stems with any ending, and phrases inside words', () => {
    assert.deepEqual(found('reviewing a subreview'), ['review'])
    assert.deepEqual(found('krankenversicherungsnummer'), ['versicherungsnummer'])
    assert.deepEqual(found('電話番号を'), ['電話'])
  })

  it('takes up to three separators for a space', () => {
    assert.deepEqual(found('gift-card gift \n card gift    card giftcard'), [
      'gift-card',
      'card',
      'gift \n card',
      'card',
      'card',
    ])
  })

  it('finds phrases that overlap and phrases that go on from a known one', () => {
    assert.deepEqual(found('gift card number'), ['gift card', 'card', 'card number'])
  })

  it('keeps phrases apart that share more than the table can say', () => {
    assert.deepEqual(found(`${LONG} one`), [`${LONG} one`])
    assert.deepEqual(found(`${LONG} two`), [`${LONG} two`])
  })
})

function found(text: string): readonly string[] {
  const hits = findAtoms(text, trieOf(lexicon()))
  return hits.starts.map((start, hit) => text.slice(start, hits.ends[hit]))
}

function lexicon(): CompiledLexicon {
  const words = [
    '00\tcard',
    '40\t number',
    '00\tgift card',
    '01\treview',
    `00\t${LONG} one`,
    `z0\t${LONG.slice(35)} two`,
  ]
  const inside = ['00\tversicherungsnummer', '00\t電話']
  return {
    atoms: ['neg', 'but'],
    senses: ['0.1.0', '1.1.1'],
    units: [...words, ...inside].join('').length,
    phrases: words.length + inside.length,
    words: lines(words),
    inside: lines(inside),
  }
}

function lines(phrases: readonly string[]): string {
  return phrases.map((phrase) => `${phrase}\n`).join('')
}
