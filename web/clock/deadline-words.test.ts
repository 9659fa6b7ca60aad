import assert from 'node:assert/strict'
import { test } from 'node:test'

import { after, HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'
import { deadlineWords, timeLeftWords } from './deadline-words.ts'

const since = new Date('2026-11-23T10:00:00.000Z')
const running = {
  unansweredSince: since.toISOString(),
  dueAt: after(since, 24 * HOUR_MS).toISOString(),
  claimAt: after(since, 48 * HOUR_MS).toISOString(),
}

function atHour(hours: number, minutes = 0): Date {
  return after(since, hours * HOUR_MS + minutes * MINUTE_MS)
}

test('says how much is left, of how much, and when a claim is possible', () => {
  const words = deadlineWords(running, atHour(22, 36))

  assert.equal(words?.short, '1 h 24 min')
  assert.equal(words?.rest, 'left of 24 h · claim possible at 48 h')
  assert.equal(words?.tone, 'urgent')
})

test('is late from the instant of the limit on', () => {
  assert.equal(deadlineWords(running, after(atHour(24), -1))?.tone, 'urgent')
  assert.equal(deadlineWords(running, atHour(24))?.tone, 'late')
})

test('names the way to the claim once it is late', () => {
  const words = deadlineWords(running, atHour(26, 6))

  assert.equal(words?.short, '2 h 6 min late')
  assert.equal(words?.rest, 'claim possible in 21 h 54 min')
})

test('says that a claim is possible from the 48th hour on', () => {
  assert.equal(deadlineWords(running, atHour(48))?.rest, 'claim possible now')
})

test('never draws more than the whole bar', () => {
  const words = deadlineWords(running, atHour(500))

  assert.equal(words?.passed, 1)
  assert.equal(words?.left, 0)
  assert.equal(words?.limitAt, 0.5)
})

test('says nothing while the clock rests', () => {
  assert.equal(deadlineWords({ unansweredSince: null, dueAt: null, claimAt: null }, since), undefined)
})

test('gets calmer the more time is left', () => {
  assert.deepEqual(
    [20, 17, 23].map((hours) => deadlineWords(running, atHour(hours))?.tone),
    ['soon', 'good', 'urgent'],
  )
})

test('runs for a claim or a return while nobody waits for an answer', () => {
  const claim = { unansweredSince: null, dueAt: after(since, 12 * HOUR_MS).toISOString(), claimAt: null }

  assert.equal(deadlineWords(claim, since)?.short, '12 h')
  assert.equal(deadlineWords(claim, since)?.left, 0.25)
  assert.equal(deadlineWords(claim, atHour(13))?.short, '1 h late')
  assert.equal(deadlineWords(claim, atHour(13))?.tone, 'late')
})

test('says in two words how long there is', () => {
  const dueAt = after(since, 3 * HOUR_MS).toISOString()

  assert.deepEqual(timeLeftWords(dueAt, since), { tone: 'soon', words: '3 h left' })
  assert.deepEqual(timeLeftWords(dueAt, atHour(3)), { tone: 'late', words: 'under a minute late' })
})
