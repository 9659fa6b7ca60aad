import assert from 'node:assert/strict'
import { test } from 'node:test'

import { after, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/base/clock.ts'
import type { MailboxWatch } from '../api/mailboxes.ts'
import { watchWords } from './watch-words.ts'

const now = new Date('2026-11-24T10:00:00.000Z')
const source = {
  host: 'mail.shop.example',
  port: 993,
  security: 'tls',
  user: 'shop',
  folder: 'INBOX',
  version: 1,
} as const

function ago(ms: number): string {
  return after(now, -ms).toISOString()
}

function watch(more: Partial<MailboxWatch>): MailboxWatch {
  return {
    state: 'caught-up',
    problem: null,
    since: ago(HOUR_MS),
    seenAt: ago(12 * SECOND_MS),
    retryAt: null,
    behind: 0,
    ...more,
  }
}

test('says when it last looked while all is well', () => {
  assert.deepEqual(watchWords({ source, watch: watch({}) }, now), {
    tone: 'good',
    title: 'Up to date',
    rest: 'Last looked 12 s ago.',
  })
})

test('says how many mails are to go', () => {
  assert.equal(watchWords({ source, watch: watch({ state: 'catching-up', behind: 312 }) }, now).rest, '312 to go.')
})

test('says what is wrong, how to mend it, and when it tries again', () => {
  const problem = { code: 'login-refused', says: 'The server refused it.', remedy: 'Make an app password.' }
  const failing = watch({ state: 'failing', problem, since: ago(5 * MINUTE_MS), retryAt: ago(-40 * SECOND_MS) })

  assert.deepEqual(watchWords({ source, watch: failing }, now), {
    tone: 'bad',
    title: 'Cannot log in',
    rest: 'The server refused it. Make an app password. Nothing has come in for 5 min. Tries again in 40 s.',
  })
})

test('does not trust a watcher that has fallen silent, whatever it said last', () => {
  const silent = watchWords({ source, watch: watch({ seenAt: ago(2 * HOUR_MS) }) }, now)

  assert.equal(silent.tone, 'bad')
  assert.match(silent.rest, /has not looked for 2 h/u)
})

test('tells a mailbox that is not fetched from one that is about to be', () => {
  assert.equal(watchWords({ source: null, watch: null }, now).tone, 'off')
  assert.equal(watchWords({ source, watch: null }, now).title, 'Starting')
})

test('reads an instant ahead of the clock as now', () => {
  assert.equal(watchWords({ source, watch: watch({ seenAt: ago(-9_000) }) }, now).rest, 'Last looked 0 s ago.')
})
