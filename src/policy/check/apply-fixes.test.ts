import assert from 'node:assert/strict'
import test from 'node:test'

import type { Finding } from '../../model/finding.ts'
import { currentPack } from '../pack/current-pack.ts'
import { applyFixes } from './apply-fixes.ts'
import { findingOf } from './finding-of.ts'

test('leaves a text without fixes as it is, blanks included', () => {
  assert.equal(applyFixes('  a  b\n\n\n\nc ', []), '  a  b\n\n\n\nc ')
})

test('closes the gap a deleted sentence leaves', () => {
  assert.equal(mended('One. Two. Three.', ['Two.', '']), 'One. Three.')
  assert.equal(mended('One.\nTwo.\nThree.', ['Two.', '']), 'One.\nThree.')
  assert.equal(mended('One.\n\nTwo.\nThree.', ['Two.', '']), 'One.\n\nThree.')
  assert.equal(mended('一。二。三。', ['二。', '']), '一。三。')
})

test('leaves no blanks at the ends when the first or last sentence goes', () => {
  assert.equal(mended('One. Two.', ['One.', '']), 'Two.')
  assert.equal(mended('One.\n\nTwo.', ['Two.', '']), 'One.')
  assert.equal(mended('One.', ['One.', '']), '')
})

test('closes up several deletions in a row', () => {
  assert.equal(mended('A.\n\nB.\n\nC.\n\nD.', ['B.', ''], ['C.', '']), 'A.\n\nD.')
})

test('applies one fix once, however many findings offer it', () => {
  assert.equal(mended('One. Two.', ['One.', 'Uno.'], ['One.', 'Uno.']), 'Uno. Two.')
})

test('takes fixes in any order', () => {
  assert.equal(mended('One. Two.', ['Two.', 'Due.'], ['One.', 'Uno.']), 'Uno. Due.')
})

function mended(text: string, ...fixes: readonly (readonly [sentence: string, by: string])[]): string {
  const findings: readonly Finding[] = fixes.map(([sentence, by]) => {
    const start = text.indexOf(sentence)
    const span = { start, end: start + sentence.length }
    return findingOf(currentPack(), { rule: 'OUT-004', span }, { label: 'Replace sentence', span, text: by })
  })
  return applyFixes(text, findings)
}
