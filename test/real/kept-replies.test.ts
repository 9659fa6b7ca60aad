import assert from 'node:assert/strict'
import { after, test, type TestContext } from 'node:test'

import { buyerMail } from '../desk/buyer-mail.ts'
import { leavesOf } from '../desk/leaves.ts'
import { openCase } from '../desk/open-case.ts'
import { mailIdOf, openSmtpStage } from '../desk/smtp-stage.ts'
import { openTestDesk, wayOut } from '../desk/test-desk.ts'
import { newTestMailbox } from '../desk/test-mailbox.ts'
import { assertDovecot, type DovecotServer, openDovecot } from './dovecot/dovecot-server.ts'

assertDovecot()
const desk = await openTestDesk({ after })

test('a reply that was sent lies in the Sent folder, with the bytes that left, once and as read', async (t) => {
  await using dovecot = await openDovecot({ tls: false })
  const { open, out, stage, filings } = await keepingMailbox(t, dovecot, 'kept')
  const reply = await open.queue()

  assert.deepEqual(await open.deliver(out, reply), { kind: 'accepted' })

  const { state, filed } = await open.reply(reply.id)
  assert.deepEqual([state, filed, await filings()], ['sent', 'kept', [['kept']]])
  const kept = await dovecot.kept('kept', 'Sent')
  assert.deepEqual([kept.length, /\\Seen/u.test(kept[0]?.flags ?? '')], [1, true])
  const left = stage.mails[0] ?? ''
  assert.equal(mailIdOf(left), reply.mailId)
  assert.equal((await dovecot.text('kept', 'Sent', 1)).trimEnd(), left.replaceAll('\r\n', '\n').trimEnd())
})

test('a reply whose copy cannot be kept is sent all the same, and says so', async (t) => {
  await using dovecot = await openDovecot({ tls: false })
  const { open, out, stage, filings } = await keepingMailbox(t, dovecot, 'away')
  await dovecot.stop()
  const reply = await open.queue()

  assert.deepEqual(await open.deliver(out, reply), { kind: 'accepted' })

  const { state, filed } = await open.reply(reply.id)
  assert.deepEqual([state, filed, stage.mails.length], ['sent', 'not-kept', 1])
  assert.deepEqual(await filings(), [['not-kept', 'refused']])
  assert.equal((await open.show()).row.state, 'waiting')
})

test('a mailbox that does not wish it keeps none', async (t) => {
  await using dovecot = await openDovecot({ tls: false })
  const { open, out, box, filings } = await keepingMailbox(t, dovecot, 'unwished')
  await box.change({ keepsSent: false })
  const reply = await open.queue()

  assert.deepEqual(await open.deliver(out, reply), { kind: 'accepted' })

  assert.deepEqual([(await open.reply(reply.id)).filed, await filings()], [undefined, []])
  assert.deepEqual(await dovecot.kept('unwished', 'Sent'), [])
})

/** A buyer's mail in a mailbox that is fetched from this server and keeps what it sends, and a mail server of the test. */
async function keepingMailbox(t: TestContext, dovecot: DovecotServer, user: string) {
  const stage = await openSmtpStage()
  t.after(() => stage[Symbol.asyncDispose]())
  await dovecot.deliver(user, [])
  await dovecot.makeFolder(user, 'Sent')
  const box = await newTestMailbox(desk, user)
  const { host, port, security, password, folder } = dovecot.settings(user)
  await box.set({ host, port, security, user, password, folder })
  await box.change({ keepsSent: true })
  const { account } = box
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox }))
  return {
    box,
    stage,
    open: await openCase(desk, account),
    out: wayOut('127.0.0.1', stage.port),
    filings: async () => {
      const leaves = await leavesOf(desk, account.accountId)
      return leaves.filter(({ leaf }) => leaf.event === 'reply.filed').map(({ leaf }) => leaf.codes)
    },
  }
}
