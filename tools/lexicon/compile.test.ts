import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { findAtoms } from '../../src/policy/detect/atom/find-atoms.ts'
import { trieOf } from '../../src/policy/detect/atom/growing.ts'
import { compileLexicon } from './compile.ts'
import type { LexiconFile } from './compile.ts'
import { readLexicon } from './read.ts'

const file: LexiconFile = { name: 'de.json', language: 'de', source: 'here', licence: 'none', atoms: {} }

describe('compileLexicon', () => {
  it('folds phrases as texts are folded, and finds them again', () => {
    const atoms = { neg: ['Größe nicht', '*nummer', 'schön*'], but: ['電話', 'größe nicht'] }
    const { lexicon } = compileLexicon([{ ...file, atoms }])
    const text = 'grosse  nicht kartennummer schones 電話'

    const { starts, ends, languages } = findAtoms(text, trieOf(lexicon))

    assert.deepEqual(
      starts.map((start, hit) => text.slice(start, ends[hit])),
      ['grosse  nicht', 'grosse  nicht', 'nummer', 'schon', '電話'],
    )
    assert.deepEqual(new Set(languages), new Set([0b10]))
  })

  it('never cuts a character in two', () => {
    const { lexicon } = compileLexicon([{ ...file, atoms: { neg: ['5 🌟', '5 🌠'] } }])

    assert.ok(JSON.stringify(lexicon).isWellFormed() && !/\\\\ud[89a-f]/u.test(JSON.stringify(lexicon)))
    assert.equal(findAtoms('5 🌠', trieOf(lexicon)).count, 1)
  })

  it('takes any ending inside a phrase', () => {
    const trie = trieOf(
      compileLexicon([{ ...file, atoms: { neg: ['zwei jahr* garantie', 'zwei jahre später'] } }]).lexicon,
    )
    const count = (text: string): number => findAtoms(text, trie).count

    assert.deepEqual(
      ['zwei jahr garantie', 'zwei jahren garantie', 'zwei jahre spater', 'zwei garantie', 'zwei jahren'].map(count),
      [1, 1, 1, 0, 0],
    )
  })

  it('refuses a file that multiplies words out', () => {
    const neg = Array.from({ length: 4_001 }, (_, index) => `word${index}`)

    assert.match(mistakeIn({ atoms: { neg } }), /^de\.json: 4001 phrases, at most 4000/u)
  })

  it('names the file and the atom or phrase that is wrong', () => {
    assert.match(mistakeIn({ language: 'da' }), /^de\.json: language/u)
    assert.match(mistakeIn({ atoms: { nonsense: ['x'] } }), /^de\.json: nonsense is no atom/u)
    assert.match(mistakeIn({ atoms: { neg: ['*'] } }), /^de\.json, neg: "\*"/u)
    assert.match(mistakeIn({ atoms: { neg: ['a* b*c'] } }), /ends no word/u)
    assert.throws(() => readLexicon('x.json', '{'), /x\.json is no JSON/u)
    assert.throws(() => readLexicon('x.json', '{"language":"de","source":"s","licence":"l"}'), /x\.json: atoms/u)
  })
})

function mistakeIn(changes: Partial<LexiconFile>): string {
  return compileLexicon([{ ...file, ...changes }]).mistakes.join('\n')
}
