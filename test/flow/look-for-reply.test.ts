import assert from 'node:assert/strict'
import { after as atTheEnd, test, type TestContext } from 'node:test'

import { HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'
import { setSource } from '../../src/flow/mailbox/set-source.ts'
import { showMailboxes } from '../../src/flow/mailbox/show-mailboxes.ts'
import { resolveReply } from '../../src/flow/resolve-reply.ts'
import { lookForReply } from '../../src/flow/sent/look-for-reply.ts'
import { ScriptedImap } from '../channel/scripted-imap.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openCase } from '../desk/open-case.ts'
import { openSmtpStage } from '../desk/smtp-stage.ts'
import { testClock } from '../desk/test-clock.ts'
import { openTestDesk, wayOut } from '../desk/test-desk.ts'

const NEVER = { signal: new AbortController().signal }
const clock = testClock()
const desk = await openTestDesk({ after: atTheEnd }, { clock })

test('a reply that lies in the Sent folder was sent, when it became unknown, and its clock rests', async (t) => {
  const { open, look, mails, lost } = await openLostReply(t)
  const leftAt = clock.now()
  clock.forward(MINUTE_MS)
  mails.set(1, { text: `Message-ID: ${lost.mailId}\r\n\r\nGuten Tag` })

  assert.deepEqual(await look(), { kind: 'found' })

  const { state, reason, filed, sentAt } = await open.reply(lost.id)
  assert.deepEqual([state, reason, filed, sentAt], ['sent', 'found-in-sent', 'found', leftAt])
  assert.equal((await open.show()).row.state, 'waiting')
})

test('a mail that only resembles it is not it; after the last look it is for a person to decide', async (t) => {
  const { open, look, mails, lost, jobs } = await openLostReply(t)
  mails.set(1, { text: `Message-ID: <x${lost.mailId.slice(1)}\r\n\r\nGuten Tag` })

  clock.forward(MINUTE_MS)
  assert.deepEqual(await look(), { kind: 'not-found' })
  assert.deepEqual([(await open.reply(lost.id)).filed, await jobs()], [undefined, 1])
  clock.forward(HOUR_MS)
  assert.deepEqual(await look(), { kind: 'not-found' })

  const { state, filed } = await open.reply(lost.id)
  assert.deepEqual([state, filed], ['unknown', 'not-found'])
})

test('a server that is not reached says nothing of the reply', async (t) => {
  const { open, look, server, lost } = await openLostReply(t)
  await server[Symbol.asyncDispose]()
  clock.forward(2 * HOUR_MS)

  assert.deepEqual(await look(), { kind: 'not-reached' })

  const { state, filed } = await open.reply(lost.id)
  assert.deepEqual([state, filed], ['unknown', undefined])
})

test('a connection that breaks in the middle of a look says nothing of the reply, and the next look finds it', async (t) => {
  const { open, look, mails, breaking, lost } = await openLostReply(t)
  mails.set(1, { text: `Message-ID: ${lost.mailId}\r\n\r\nGuten Tag` })
  clock.forward(MINUTE_MS)

  for (const moment of ['LIST', 'EXAMINE', 'UID SEARCH', 'UID FETCH']) {
    breaking.at = moment
    assert.deepEqual(await look(), { kind: 'not-reached' }, moment)
    const { state, filed } = await open.reply(lost.id)
    assert.deepEqual([state, filed], ['unknown', undefined], moment)
  }

  breaking.at = undefined
  assert.deepEqual(await look(), { kind: 'found' })
})

test('what a person decided meanwhile stays', async (t) => {
  const { open, look, mails, lost } = await openLostReply(t)
  mails.set(1, { text: `Message-ID: ${lost.mailId}\r\n\r\nGuten Tag` })
  const { accountId, actor } = open.account
  await resolveReply(desk.parts, actor, { accountId, replyId: lost.id, wasSent: false })

  assert.deepEqual(await look(), { kind: 'decided' })
  assert.equal((await open.reply(lost.id)).state, 'failed')
})

let accounts = 0

/** A reply whose connection broke after the final dot, and the server with its Sent folder. */
async function openLostReply(t: TestContext) {
  const mails = new Map<number, { readonly text: string }>()
  const breaking: { at: string | undefined } = { at: undefined }
  const server = await ScriptedImap.open({
    mails,
    answer({ tag, command, rest }) {
      if (command === breaking.at) return 'drop'
      if (command === 'LIST') return ['* LIST () "/" INBOX', '* LIST () "/" Sent', `${tag} OK done`]
      if (command === 'UID SEARCH') return [`* SEARCH ${[...mails.keys()].join(' ')}`.trimEnd(), `${tag} OK done`]
      if (command !== 'UID FETCH' || !rest.includes('HEADER.FIELDS')) return undefined
      const rows = [...mails].map(([uid, { text }], at) => {
        const header = `${text.split('\r\n\r\n')[0]}\r\n\r\n`
        return `* ${at + 1} FETCH (UID ${uid} BODY[HEADER.FIELDS (MESSAGE-ID)] {${header.length}}\r\n${header})`
      })
      return [...rows, `${tag} OK done`]
    },
  })
  const stage = await openSmtpStage((moment) => (moment === 'dot' ? 'drop' : undefined))
  const closing = new AsyncDisposableStack()
  closing.use(stage)
  closing.defer(() => server[Symbol.asyncDispose]().catch(() => undefined))
  t.after(() => closing.disposeAsync())
  const account = await desk.openAccount(`sent-${(accounts += 1)}`)
  const { accountId, actor } = account
  const shown = await showMailboxes(desk.parts, actor, { accountId })
  assert.ok(!('ok' in shown) && shown[0])
  assert.ok((await setSource(desk.parts, actor, { ...server.settings, accountId, mailboxId: shown[0].mailbox.id })).ok)
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox }))
  const open = await openCase(desk, account)
  const lost = await open.queue()
  assert.deepEqual(await open.deliver(wayOut('127.0.0.1', stage.port), lost), { kind: 'unknown' })
  return {
    open,
    server,
    mails,
    /** The command at which the connection breaks. */
    breaking,
    lost,
    look: () => lookForReply(desk.parts, { accountId, replyId: lost.id }, NEVER),
    jobs: async (): Promise<number> => {
      const rows = await asAdmin(
        desk.database,
        `select 1 from pgboss.job where name = 'look-for-reply' and data->>'replyId' = $1`,
        [String(lost.id)],
      )
      return rows.length
    },
  }
}
