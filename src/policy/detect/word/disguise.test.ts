import assert from 'node:assert/strict'
import test from 'node:test'

import type { CompiledLexicon } from '../atom/compiled-lexicon.ts'
import { DisguiseReader } from './disguise.ts'
import type { Disguised } from './disguised.ts'
import { HiddenWords } from './hidden-words.ts'

/** Four words and a stem, as the build would leave them. */
const LEXICON: CompiledLexicon = {
  atoms: ['insult', 'danger'],
  senses: ['0.0.1', '0.1.1', '1.0.1'],
  signs: Array.from('abcdeghiklmnoprstuw', (sign) => sign.charCodeAt(0)),
  lines: '00\tbottle\n00\tgrumpf\n01\tgrumble\n02\tgrime\n00\twobbly\n',
  sections: [0, 10, 40],
  wordSections: 3,
  units: 30,
  phrases: 5,
}

const words = new HiddenWords(LEXICON, ['insult'])

function read(text: string): readonly Disguised[] {
  const seen: Disguised[] = []
  const reader = new DisguiseReader(
    text,
    () => words,
    (disguised) => seen.push(disguised) > 0,
  )
  reader.read()
  return seen
}

test('reads signs as the letters that they look like', () => {
  assert.deepEqual(
    read('so b0tt1e it is').map(({ hidden, way, digits, start, end }) => [hidden.word, way, digits, start, end]),
    [['bottle', 'signs', 2, 3, 9]],
  )
})

test('counts the letters that are not written', () => {
  assert.deepEqual(
    read('gr*mpf w**bly').map(({ hidden, holes, letters }) => [hidden.word, holes, letters]),
    [
      ['grumpf', 1, 5],
      ['wobbly', 2, 4],
    ],
  )
})

test('takes any ending behind a stem', () => {
  assert.deepEqual(
    read('grumb1ers').map(({ hidden }) => hidden.word),
    ['grumble'],
  )
})

test('leaves words of other atoms alone', () => {
  assert.deepEqual(read('gr1me g.r.i.m.e'), [])
})

test('passes plain words without asking for the lexicon', () => {
  const reader = new DisguiseReader(
    'plain words, and 12 of them; nothing else',
    () => assert.fail('asked'),
    () => true,
  )

  assert.deepEqual(reader.read(), [])
})

test('takes time in proportion to a hostile text', () => {
  for (const piece of ['g r u m p ', 'g***f ', 'gr@mp@ ', 'gru-mpx ', 'gruuumpx ']) {
    const reader = new DisguiseReader(
      piece.repeat(20_000),
      () => words,
      () => false,
    )

    assert.deepEqual(reader.read(), [])
  }
})
