import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Finding } from '../../../src/model/finding.ts'
import { fixableAt, neighbour, spoken } from './problem-keys.ts'

function finding(rule: string, start: number, more: Partial<Finding> = {}): Finding {
  const source = { key: 'S1', title: 'A page', read: '2026-11-23', grade: 'official' } as const
  const span = { start, end: start + 4 }
  return { rule, title: rule, force: 'never', span, reason: 'Why.', source, fix: undefined, ...more }
}

const first = finding('first', 5)
const second = finding('second', 20, { fix: { label: 'Use a safe sentence', span: { start: 18, end: 40 }, text: '' } })

test('goes on to the next problem and round the end', () => {
  assert.equal(neighbour([second, first], 5, 1), second)
  assert.equal(neighbour([second, first], 30, 1), first)
})

test('goes back to the problem before and round the start', () => {
  assert.equal(neighbour([first, second], 20, -1), first)
  assert.equal(neighbour([first, second], 0, -1), second)
})

test('finds none where there is none', () => {
  assert.equal(neighbour([], 0, 1), undefined)
})

test('mends the problem the cursor stands in', () => {
  assert.equal(fixableAt([first, second], 22), second)
})

test('mends the next problem that can be mended when the cursor stands elsewhere', () => {
  assert.equal(fixableAt([first, second], 6), second)
})

test('speaks the weight, the reason and the way out', () => {
  assert.equal(spoken(second), 'Blocks sending: second. Why. Press Control period to: Use a safe sentence.')
  assert.equal(spoken({ ...first, force: 'advice' }), 'Hint: first. Why.')
})
