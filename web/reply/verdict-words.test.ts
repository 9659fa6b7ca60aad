import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Finding, RuleForce } from '../../src/model/finding.ts'
import { blocking, sameRules, verdictWords } from './verdict-words.ts'

function finding(rule: string, force: RuleForce, start = 0): Finding {
  const source = { key: 'S1', title: 'A page', read: '2026-11-23', grade: 'official' } as const
  return { rule, title: rule, force, span: { start, end: start + 1 }, reason: 'Why.', source, fix: undefined }
}

test('counts only what blocks', () => {
  const findings = [finding('link', 'never'), finding('length', 'advice'), finding('promise', 'by-two')]

  assert.equal(verdictWords({ text: 'x', verdict: 'blocked', findings }).short, '2 problems block sending')
})

test('never says safe to send in a language that is not covered', () => {
  const words = verdictWords({ text: 'x', verdict: 'uncovered', findings: [] })

  assert.doesNotMatch(`${words.short} ${words.long}`, /safe/iu)
})

test('never says safe to send about nothing', () => {
  assert.equal(verdictWords({ text: ' \n', verdict: 'clear', findings: [] }).tone, 'empty')
})

test('says safe to send with a hint beside it', () => {
  const words = verdictWords({ text: 'x', verdict: 'advice', findings: [finding('length', 'advice')] })

  assert.equal(words.short, 'Safe to send · 1 hint')
})

test('gives the problems in the order of the text', () => {
  const findings = [finding('late', 'never', 40), finding('early', 'never', 4)]

  assert.deepEqual(
    blocking({ text: 'x', verdict: 'blocked', findings }).map((found) => found.rule),
    ['early', 'late'],
  )
})

test('takes a finding that only moved for the same', () => {
  const before = { text: 'a', verdict: 'blocked', findings: [finding('link', 'never', 1)] } as const
  const after = { text: 'ab', verdict: 'blocked', findings: [finding('link', 'never', 2)] } as const

  assert.equal(sameRules(before, after), true)
  assert.equal(sameRules(before, { ...after, findings: [finding('phone', 'never', 2)] }), false)
})
