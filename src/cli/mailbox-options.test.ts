import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { MailboxId } from '../model/ids.ts'
import { isAddress, sourceSettings } from './mailbox-options.ts'

const ADDRESS = 'amazon@northpine.example'
const SOURCE = {
  mailboxId: 1 as MailboxId, // proof: any number
  version: 1,
  host: 'imap.northpine.example',
  port: 1993,
  security: 'tls',
  user: 'northpine',
  folder: 'Amazon',
} as const

test('a new source is what most servers have, and needs a server', () => {
  const begun = sourceSettings({ host: ' imap.northpine.example ' }, { address: ADDRESS, source: undefined })
  const nowhere = sourceSettings({}, { address: ADDRESS, source: undefined })

  assert.deepEqual(begun, {
    host: 'imap.northpine.example',
    port: 993,
    security: 'tls',
    user: ADDRESS,
    folder: 'INBOX',
  })
  assert.match('says' in nowhere ? nowhere.says : '', /--host/u)
})

test('what is left out of a change stays, but a port goes with the security it was for', () => {
  const { host, port, user, folder } = SOURCE
  const before = { address: ADDRESS, source: SOURCE }

  assert.deepEqual(sourceSettings({ folder: 'Archive' }, before), {
    host,
    port,
    security: 'tls',
    user,
    folder: 'Archive',
  })
  assert.deepEqual(sourceSettings({ security: 'starttls' }, before), {
    host,
    port: 143,
    security: 'starttls',
    user,
    folder,
  })
})

test('all that is wrong with a source is said at once', () => {
  const wrong = { host: 'imap northpine', port: 0, user: 'north\r\npine', folder: '' }

  const refused = sourceSettings(wrong, { address: ADDRESS, source: undefined })

  assert.deepEqual('says' in refused ? refused.says.match(/^--\w+/gmu) : [], ['--host', '--port', '--user', '--folder'])
})

test('an address has a name and a domain', () => {
  assert.deepEqual([ADDRESS, ` ${ADDRESS} `, 'northpine', 'a@b', ''].map(isAddress), [true, true, false, false, false])
})
