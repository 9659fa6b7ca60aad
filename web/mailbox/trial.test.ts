import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { SourceTrial } from '../api/mailboxes.ts'
import { freshTrial, NO_TRIAL, saveWarning, trialKey } from './trial.ts'

const wish = { host: 'imap.shop.example', port: 993, security: 'tls', user: 'shop', folder: 'INBOX' } as const
const works: SourceTrial = {
  ok: true,
  folder: 'INBOX',
  messages: 3,
  canIdle: true,
  newestAt: null,
  problem: null,
  folders: [],
}
const fails: SourceTrial = {
  ok: false,
  folder: null,
  messages: null,
  canIdle: null,
  newestAt: null,
  problem: { code: 'timeout', says: 'No answer.', remedy: 'Look at the port.' },
  folders: [],
}
const key = trialKey(wish)

test('what was found no longer counts once another source stands in the form', () => {
  const found = { kind: 'found', key, outcome: works } as const

  assert.equal(freshTrial(found, trialKey({ ...wish })), found)
  assert.equal(freshTrial(found, trialKey({ ...wish, password: 'new' })), NO_TRIAL)
  assert.equal(freshTrial(found, trialKey({ ...wish, port: 143 })), NO_TRIAL)
})

test('warns before a source is saved that was not tried or does not work', () => {
  assert.match(saveWarning(NO_TRIAL) ?? '', /not tried/u)
  assert.match(saveWarning({ kind: 'found', key, outcome: fails }) ?? '', /will fail/u)
  assert.equal(saveWarning({ kind: 'found', key, outcome: works }), undefined)
})
