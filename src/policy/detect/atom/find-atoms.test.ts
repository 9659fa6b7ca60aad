import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { findAtoms } from './find-atoms.ts'
import type { CompiledLexicon } from './compiled-lexicon.ts'
import { trieOf } from './growing.ts'

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
    '00\tcard\n40\t number\n',
    '00\tgift card\n',
    '01\treview\n',
    `00\t${LONG} one\nz0\t${LONG.slice(35)} two\n`,
  ]
  const inside = ['00\tversicherungsnummer\n', '00\t電話\n']
  const sections = [...words, ...inside]
  const lines = sections.join('')
  return {
    atoms: ['neg', 'but'],
    senses: ['0.0.1', '1.1.1'],
    signs: [...new Set(Array.from(lines, (unit) => unit.charCodeAt(0)))],
    units: lines.length,
    phrases: lines.length,
    sections: sections.map((_, index) => sections.slice(0, index).join('').length),
    wordSections: words.length,
    lines,
  }
}
