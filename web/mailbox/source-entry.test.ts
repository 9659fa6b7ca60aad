import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { Mailbox } from '../api/mailboxes.ts'
import { entryOf, isSourceChanged, keepsPassword, mailboxWish, sourceWish, withSecurity } from './source-entry.ts'
import { sourceFaults } from './source-faults.ts'

const now = new Date('2026-11-24T10:00:00.000Z')
const fresh: Mailbox = {
  id: '7',
  address: 'buyers@shop.example',
  approvedSender: 'answers@shop.example',
  copies: 'not-seen',
  copiesSince: null,
  keepsSent: false,
  authservIds: [],
  deadlinesFrom: null,
  fetched: null,
  source: null,
  watch: null,
}
const source = {
  host: 'imap.shop.example',
  port: 993,
  security: 'tls',
  user: 'shop',
  folder: 'INBOX',
  version: 3,
} as const
const filled = { ...entryOf(fresh, now), host: 'imap.shop.example', password: 'four words of one’s own' }

test('begins with what is usual: TLS, its port, the address as user, and two days of clocks', () => {
  const entry = entryOf(fresh, now)

  assert.deepEqual(
    [entry.security, entry.port, entry.user, entry.folder],
    ['tls', '993', 'buyers@shop.example', 'INBOX'],
  )
  assert.match(entry.deadlinesFrom, /^2026-11-2[12]$/u)
})

test('leaves the clocks of a mailbox that is fetched already as they are', () => {
  assert.equal(entryOf({ ...fresh, source }, now).deadlinesFrom, '')
})

test('the port follows the security unless a person chose it', () => {
  assert.equal(withSecurity(filled, 'starttls').port, '143')
  assert.equal(withSecurity({ ...filled, port: '1993' }, 'starttls').port, '1993')
})

test('hands a stored password to no other server and no other user', () => {
  const entry = entryOf({ ...fresh, source }, now)

  assert.equal(keepsPassword(entry, { source }), true)
  assert.equal(keepsPassword({ ...entry, host: 'imap.elsewhere.example' }, { source }), false)
  assert.equal(keepsPassword({ ...entry, user: 'another' }, { source }), false)
  assert.equal(keepsPassword({ ...entry, security: 'none' }, { source }), false)
  assert.equal(keepsPassword(filled, fresh), false)
})

test('knows whether fetching would change', () => {
  const mailbox = { ...fresh, source }
  const entry = entryOf(mailbox, now)

  assert.equal(isSourceChanged({ ...entry, approvedSender: 'other@shop.example' }, mailbox), false)
  assert.equal(isSourceChanged({ ...entry, folder: 'Amazon' }, mailbox), true)
  assert.equal(isSourceChanged({ ...entry, password: 'another' }, mailbox), true)
  assert.equal(isSourceChanged(entry, fresh), true)
})

test('leaves the password out where the stored one stays', () => {
  assert.equal('password' in sourceWish({ ...filled, password: '' }), false)
  assert.equal(sourceWish({ ...filled, password: ' a b ' }).password, ' a b ')
})

test('reads receiving servers apart by commas, spaces or lines', () => {
  assert.deepEqual(mailboxWish({ ...filled, authservIds: ' mx.one.example,mx.two.example\n' }).authservIds, [
    'mx.one.example',
    'mx.two.example',
  ])
})

test('an empty day means that every mail has its clock', () => {
  assert.equal(mailboxWish({ ...filled, deadlinesFrom: '' }).deadlinesFrom, null)
})

test('finds nothing wrong with a filled form', () => {
  assert.deepEqual(sourceFaults(filled, { keepsPassword: false }), {})
})

test('asks for a password only where none can stay', () => {
  const entry = { ...filled, password: '' }

  assert.deepEqual(Object.keys(sourceFaults(entry, { keepsPassword: false })), ['password'])
  assert.deepEqual(sourceFaults(entry, { keepsPassword: true }), {})
})

test('refuses a server without encryption unless it is this machine', () => {
  const open = { ...filled, security: 'none' as const }

  assert.deepEqual(Object.keys(sourceFaults(open, { keepsPassword: false })), ['security'])
  assert.deepEqual(sourceFaults({ ...open, host: '127.0.0.1' }, { keepsPassword: false }), {})
})

test('refuses what is no server and no port', () => {
  const found = (more: object) => Object.keys(sourceFaults({ ...filled, ...more }, { keepsPassword: false }))

  assert.deepEqual(found({ host: 'https://mail.shop.example/' }), ['host'])
  assert.deepEqual(found({ host: 'a b' }), ['host'])
  assert.deepEqual(found({ port: '0' }), ['port'])
  assert.deepEqual(found({ port: '99999' }), ['port'])
  assert.deepEqual(found({ port: '1e3' }), ['port'])
})
