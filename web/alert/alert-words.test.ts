import assert from 'node:assert/strict'
import { test } from 'node:test'

import { ALERT_KINDS } from '../../src/model/alert.ts'
import { alertWords, countWords } from './alert-words.ts'

const now = new Date('2026-11-24T12:00:00.000Z')
const dueAt = '2026-11-24T14:10:00.000Z'

test('says of every kind what it is and what to do, each in words of its own', () => {
  const titles = ALERT_KINDS.map((kind) => alertWords({ kind, buyerName: 'Ada Muster', dueAt }, now).title)

  assert.equal(new Set(titles).size, ALERT_KINDS.length)
  assert.equal(
    ALERT_KINDS.every((kind) => alertWords({ kind, buyerName: null, dueAt }, now).next.endsWith('.')),
    true,
  )
})

test('names the buyer as long as the name is known', () => {
  assert.equal(
    alertWords({ kind: 'reply-bounced', buyerName: 'Ada Muster', dueAt }, now).title,
    'Your reply to Ada Muster came back',
  )
  assert.equal(
    alertWords({ kind: 'reply-bounced', buyerName: null, dueAt }, now).title,
    'Your reply to the buyer came back',
  )
})

test('tells how far away the instant is, before it and after', () => {
  const before = alertWords({ kind: 'answer-near', buyerName: null, dueAt }, now)
  const past = alertWords({ kind: 'answer-late', buyerName: null, dueAt: '2026-11-24T07:00:00.000Z' }, now)

  assert.equal(before.when, 'in 2 h 10 min')
  assert.equal(past.when, '5 h ago')
})

test('says that there are more than those it counts', () => {
  assert.equal(countWords({ items: [1, 2, 3], next: null }), '3')
  assert.equal(countWords({ items: [1, 2, 3], next: 'more' }), '3+')
})
