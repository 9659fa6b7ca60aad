import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { ImapFailure } from '../../src/channel/mail/imap/failure.ts'
import { findInSent, keepInSent } from '../../src/channel/mail/imap/sent.ts'
import { SENT_BY_USE } from './dovecot/dovecot-config.ts'
import { assertDovecot, openDovecot } from './dovecot/dovecot-server.ts'

const NEVER = { signal: new AbortController().signal }
const OURS = '<0f1e2d3c4b5a69788796a5b4c3d2e1f0@shop.example>'

assertDovecot()
const dovecot = await openDovecot()
after(() => dovecot[Symbol.asyncDispose]())

test('a mail in the Sent folder is found by its Message-ID, and looking leaves every flag as it was', async () => {
  const settings = await withFolder('found', 'Sent', [mail('<other@shop.example>'), mail(OURS)])
  const before = await dovecot.kept('found', 'Sent')

  assert.equal(await findInSent(settings, OURS, NEVER), 'found')
  assert.deepEqual(await dovecot.kept('found', 'Sent'), before)
})

test('a mail that is not there is not found, though it lies in another folder', async () => {
  const settings = await withFolder('elsewhere', 'Sent', [mail('<other@shop.example>')])
  await dovecot.deliver('elsewhere', [mail(OURS)])

  assert.equal(await findInSent(settings, OURS, NEVER), 'not-found')
})

test('a mail whose Message-ID only contains ours, or that names it beside another, is not ours', async () => {
  const settings = await withFolder('similar', 'Sent', [
    mail(OURS.replace('<', '<x-')),
    mail(OURS.toUpperCase()),
    mail(`${OURS} (again)`),
    mail(`<first@shop.example>\r\nMessage-ID: ${OURS}`),
    mail('<copy@shop.example>').replace('Guten Tag', `Message-ID: ${OURS}`),
  ])

  assert.equal(await findInSent(settings, OURS, NEVER), 'not-found')
})

test('a Message-ID that a server folded onto a line of its own is ours all the same', async () => {
  const settings = await withFolder('folded', 'Sent', [mail(`\r\n ${OURS}`)])

  assert.equal(await findInSent(settings, OURS, NEVER), 'found')
})

test('the folder is the one that the server marks, whatever it is called, before one of a usual name', async () => {
  const settings = await withFolder('marked', SENT_BY_USE, [mail(OURS)])
  await dovecot.makeFolder('marked', 'Sent')

  assert.equal(await findInSent(settings, OURS, NEVER), 'found')
})

test('without a mark it is known by its name in the language of its people', async () => {
  for (const folder of ['Gesendete Objekte', 'Sent Messages', 'Posta inviata']) {
    const user = `named-${folder.toLowerCase().replaceAll(' ', '-')}`
    assert.equal(await findInSent(await withFolder(user, folder, [mail(OURS)]), OURS, NEVER), 'found', folder)
  }
})

test('a mailbox without such a folder says so, and none is made', async () => {
  const settings = await withFolder('none', 'Archive', [mail(OURS)])

  assert.equal(await findInSent(settings, OURS, NEVER), 'no-folder')
  assert.equal(await keepInSent(settings, { mailId: OURS, bytes: Buffer.from(mail(OURS)) }, NEVER), 'no-folder')
  assert.deepEqual(await dovecot.kept('none', 'Sent').catch(() => []), [])
})

test('among ten thousand mails it is found within seconds, at the beginning and at the end', async () => {
  const others = Array.from({ length: 10_000 }, (_, at) => mail(`<sent-${at}@shop.example>`))
  const settings = await withFolder('many', 'Sent', [...others, mail(OURS)])

  const beganMs = performance.now()
  assert.equal(await findInSent(settings, OURS, NEVER), 'found')
  assert.equal(await findInSent(settings, '<sent-0@shop.example>', NEVER), 'found')
  assert.equal(await findInSent(settings, '<sent-10000@shop.example>', NEVER), 'not-found')
  assert.ok(performance.now() - beganMs < QUICK_MS)
})

test('a mail is kept as it was sent, byte for byte and as read, and only once', async () => {
  const settings = await withFolder('keeping', 'Sent', [mail('<other@shop.example>')])
  const text = mail(OURS)
  const bytes = Buffer.from(text)

  assert.equal(await keepInSent(settings, { mailId: OURS, bytes }, NEVER), 'kept')
  assert.equal(await keepInSent(settings, { mailId: OURS, bytes }, NEVER), 'kept')

  const kept = await dovecot.kept('keeping', 'Sent')
  assert.deepEqual(
    kept.map(({ uid }) => uid),
    [1, 2],
  )
  assert.match(kept[1]?.flags ?? '', /\\Seen/u)
  assert.equal((await dovecot.text('keeping', 'Sent', 2)).trimEnd(), text.replaceAll('\r\n', '\n').trimEnd())
  assert.equal(await findInSent(settings, OURS, NEVER), 'found')
})

test('a server that puts sent mails there by itself gets no second one', async () => {
  const settings = await withFolder('by-itself', 'Sent', [mail(OURS)])

  assert.equal(await keepInSent(settings, { mailId: OURS, bytes: Buffer.from(mail(OURS)) }, NEVER), 'kept')
  assert.equal((await dovecot.kept('by-itself', 'Sent')).length, 1)
})

test('a wrong password and a server that is away are failures with a name', async () => {
  const settings = await withFolder('away', 'Sent', [])
  await using gone = await openDovecot({ tls: false })
  const away = gone.settings('away')
  await gone.stop()

  await assert.rejects(findInSent({ ...settings, password: 'not-the-secret' }, OURS, NEVER), isFailure('login-refused'))
  await assert.rejects(findInSent(away, OURS, NEVER), isFailure('refused'))
})

/** Dovecot reads ten thousand headers in a second or two; the rest is room for a machine that is busy. */
const QUICK_MS = 20_000

/** A mailbox with one folder besides its INBOX, and how to reach it. */
async function withFolder(user: string, folder: string, mails: readonly string[]) {
  await dovecot.deliver(user, [])
  await dovecot.makeFolder(user, folder)
  await dovecot.deliver(user, mails, folder)
  return dovecot.settings(user)
}

function mail(mailId: string): string {
  return [
    `Message-ID: ${mailId}`,
    'From: desk@shop.example',
    'To: alias0001@marketplace.amazon.de',
    'Subject: Re: Ihre Teekanne',
    '',
    'Guten Tag, Ihre Teekanne ist unterwegs.',
    '',
  ].join('\r\n')
}

function isFailure(problem: string): (error: unknown) => boolean {
  return (error) => error instanceof ImapFailure && error.problem === problem
}
