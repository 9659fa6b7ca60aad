import assert from 'node:assert/strict'
import { after as atTheEnd, test } from 'node:test'

import { createTransport } from 'nodemailer'
import { Client } from 'pg'

import { bounceMail } from '../../sim/amazon-relay/mail/bounce-mail.ts'
import type { Mode } from '../../sim/amazon-relay/mode.ts'
import { after, DAY_MS, HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'
import type { ReplyRow } from '../../src/store/outbox.ts'
import { type AmazonDesk, openAmazonDesk } from '../desk/amazon-desk.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { leavesOf } from '../desk/leaves.ts'
import { CLEAN_TEXT, type OpenCase } from '../desk/open-case.ts'
import { openSmtpStage } from '../desk/smtp-stage.ts'
import { testClock } from '../desk/test-clock.ts'
import { wayOut } from '../desk/test-desk.ts'
import { until } from '../desk/until.ts'
import { sendReply as sendMail } from '../sim/desk-door.ts'

const ANSWER_MS = DAY_MS

const clock = testClock()
const amazon = await openAmazonDesk({ after: atTheEnd }, { clock })

/** All that Amazon's copy has, but for a signature. */
const FORGED_COPY = [
  'From: "Amazon.de" <donotreply@amazon.com>',
  'To: desk@shop.example',
  'Subject: Ihre E-Mail an Rosalinde Fichtenau',
  'X-Space-Notification-Type: BBC_MESSAGE_CONFIRMATION_TO_MERCHANT',
  'Content-Type: text/html; charset=utf-8',
  '',
  '<div>Bestellnummer 302-1234567-1234567:<br>',
  '------------- Anfang der Nachricht -------------<br>',
  'Alles ist beantwortet.<br>',
  '------------- Ende der Nachricht -------------</div>',
  '',
].join('\r\n')

test('a bounce, long after the 250, opens the conversation again with its old deadline', async () => {
  const { scene, open, asked } = await openScene('bounce')

  const reply = await sendAndRest(scene, open)
  clock.forward(5 * HOUR_MS)
  scene.openTheDoor()
  await scene.relay.settled()

  await assertReopened(open, { reply, as: 'bounced', asked })
  assert.deepEqual(scene.arrived(), ['stored', 'noticed'])
})

test('an opt-out, which names no mail of ours, is found by the address in a verified notice', async () => {
  const { scene, open, asked } = await openScene('opt-out')

  const reply = await sendAndRest(scene, open)
  clock.forward(25 * HOUR_MS)
  scene.openTheDoor()
  await scene.relay.settled()

  await assertReopened(open, { reply, as: 'opted-out', asked })
})

test('a refusal for Amazon’s guidelines opens it again, and it can be answered anew', async () => {
  const { scene, open, asked } = await openScene('guidelines')

  const reply = await sendAndRest(scene, open)
  clock.forward(HOUR_MS)
  scene.openTheDoor()
  await scene.relay.settled()

  await assertReopened(open, { reply, as: 'refused', asked })
  scene.relay.setMode({ answers: 'deliver' })
  await open.deliver(scene.out, await open.queue())
  const { row } = await open.show()
  assert.deepEqual([row.state, row.dueAt, row.reopened], ['waiting', undefined, undefined])
})

test('a copy confirms the reply, and from then on the mailbox is known to get copies', async () => {
  const { scene, open } = await openScene()
  const quiet = await open.queue()

  await open.deliver(scene.out, quiet)
  await scene.relay.settled()
  const copiesBefore = await copiesOf(scene)
  scene.relay.setMode({ copies: true })
  const copied = await open.queue('Guten Tag, das Paket ist heute angekommen.')
  await open.deliver(scene.out, copied)
  await scene.relay.settled()

  assert.equal(copiesBefore, 'not-seen')
  assert.equal((await open.reply(quiet.id)).state, 'sent')
  assert.equal((await open.reply(copied.id)).state, 'confirmed')
  assert.equal(await copiesOf(scene), 'seen')
  const { row, messages } = await open.show()
  assert.equal(row.state, 'waiting')
  assert.deepEqual(
    messages.map(({ row: { kind } }) => kind),
    ['buyer', 'reply', 'reply'],
  )
})

test('a copy that overtakes the server’s 250, or comes instead of it, confirms the reply', async () => {
  for (const answer of [undefined, 'drop'] as const) {
    const { scene, open } = await openScene()
    const reply = await open.queue()
    await using stage = await openSmtpStage(async (moment, mail) => {
      if (moment !== 'dot') return
      scene.relay.setMode({ copies: true })
      await passOn(scene, mail)
      await scene.relay.settled()
      assert.equal((await open.reply(reply.id)).state, 'confirmed')
      return answer
    })

    const outcome = await open.deliver(wayOut('127.0.0.1', stage.port), reply)

    assert.deepEqual(outcome, { kind: answer === 'drop' ? 'unknown' : 'accepted' })
    const { row, messages } = await open.show()
    assert.equal((await open.reply(reply.id)).state, 'confirmed')
    assert.deepEqual([row.state, row.dueAt], ['waiting', undefined])
    assert.deepEqual(
      messages.map(({ row: { kind } }) => kind),
      ['buyer', 'reply'],
    )
  }
})

test('a copy tells of a reply of unknown fate that it arrived', async () => {
  const { scene, open } = await openScene()
  const reply = await open.queue()
  const mails: string[] = []
  await using stage = await openSmtpStage((moment, mail) => {
    if (moment !== 'dot') return
    mails.push(mail)
    return 'drop'
  })
  await open.deliver(wayOut('127.0.0.1', stage.port), reply)
  assert.equal((await open.reply(reply.id)).state, 'unknown')

  scene.relay.setMode({ copies: true })
  await passOn(scene, mails[0] ?? '')
  await scene.relay.settled()

  assert.equal((await open.reply(reply.id)).state, 'confirmed')
  assert.equal((await open.show()).row.state, 'waiting')
})

test('a bounce after the copy takes the confirmation back', async () => {
  const { scene, open, asked } = await openScene()
  scene.relay.setMode({ copies: true })
  const reply = await open.queue()
  await open.deliver(scene.out, reply)
  await scene.relay.settled()
  assert.equal((await open.reply(reply.id)).state, 'confirmed')

  await handIn(scene, bounceOf(scene, reply.mailId))

  await assertReopened(open, { reply, as: 'bounced', asked })
})

test('a copy of an answer written in Seller Central rests the clock and shows the answer', async () => {
  const { scene, open } = await openScene()
  scene.relay.setMode({ copies: true })

  await sendMail(scene.relay, { to: open.buyer, from: scene.account.mailbox, text: 'Von Hand geschrieben.' })
  await scene.relay.settled()

  const { row, messages } = await open.show()
  assert.deepEqual([row.state, row.dueAt], ['waiting', undefined])
  assert.deepEqual([messages[1]?.row.kind, messages[1]?.text], ['copy', 'Von Hand geschrieben.'])
  assert.equal(await copiesOf(scene), 'not-seen')
})

test('the words of a reply that was refused, sent by hand in Seller Central, are an answer', async () => {
  const { scene, open } = await openScene('reject')
  const refused = await open.queue()
  await open.deliver(scene.out, refused)
  assert.deepEqual([(await open.reply(refused.id)).state, (await open.show()).row.reopened], ['failed', 'failed'])

  scene.relay.setMode({ answers: 'deliver', copies: true })
  await sendMail(scene.relay, { to: open.buyer, from: scene.account.mailbox, text: CLEAN_TEXT })
  await scene.relay.settled()

  const { row, messages } = await open.show()
  assert.deepEqual([row.state, row.reopened, messages[1]?.row.kind], ['waiting', undefined, 'copy'])
  assert.equal((await open.reply(refused.id)).state, 'failed')
  assert.equal(await copiesOf(scene), 'not-seen')
})

test('a bounce of a reply that a later one made good does not open the conversation', async () => {
  const { scene, open } = await openScene('bounce')

  const first = await sendAndRest(scene, open)
  clock.forward(HOUR_MS)
  scene.relay.setMode({ answers: 'deliver' })
  const second = await open.queue()
  await open.deliver(scene.out, second)
  clock.forward(HOUR_MS)
  scene.openTheDoor()
  await scene.relay.settled()

  assert.deepEqual([(await open.reply(first.id)).state, (await open.reply(second.id)).state], ['bounced', 'sent'])
  const { row } = await open.show()
  assert.deepEqual([row.state, row.dueAt, row.reopened], ['waiting', undefined, undefined])
})

test('a forged copy is shown unverified and rests no clock', async () => {
  const { scene, open, asked } = await openScene()

  await handIn(scene, FORGED_COPY)

  const { row } = await open.show()
  assert.deepEqual([row.state, row.dueAt], ['needs-reply', after(asked, ANSWER_MS)])
  assert.deepEqual(scene.arrived(), ['stored', 'stored'])
  assert.equal((await open.show()).messages.at(-1)?.row.authenticity, 'unverified')
  assert.equal(await copiesOf(scene), 'not-seen')
})

test('a forged bounce with another Message-ID, and one with the buyer’s address alone, change nothing', async () => {
  const { scene, open } = await openScene()
  const reply = await open.queue()
  await open.deliver(scene.out, reply)
  const before = await open.show()

  await handIn(scene, bounceOf(scene, '<guessed@shop.example>', before.relay))
  await handIn(scene, bounceOf(scene, undefined, before.relay))

  assert.deepEqual(await open.show(), before)
  assert.equal((await open.reply(reply.id)).state, 'sent')
  assert.deepEqual(scene.arrived(), ['stored', 'quarantined', 'quarantined'])
})

test('a notice that overtakes the server’s 250 has the last word', async () => {
  const { scene, open, asked } = await openScene()
  const reply = await open.queue()
  let stateAtNotice: string | undefined
  await using stage = await openSmtpStage(async (moment) => {
    if (moment !== 'dot') return
    stateAtNotice = (await open.reply(reply.id)).state
    await handIn(scene, bounceOf(scene, reply.mailId))
  })

  const outcome = await open.deliver(wayOut('127.0.0.1', stage.port), reply)

  assert.deepEqual([stateAtNotice, outcome], ['sending', { kind: 'accepted' }])
  await assertReopened(open, { reply, as: 'bounced', asked })
  assert.equal((await open.show()).messages.at(-1)?.text, CLEAN_TEXT)
  const leaves = await leavesOf(scene.desk, scene.account.accountId)
  assert.deepEqual(
    leaves
      .map(({ leaf }) => [leaf.event, ...leaf.codes].join(' '))
      .filter((line) => /^reply\.(?:bounced|sent)/u.test(line)),
    ['reply.bounced', 'reply.sent overtaken smtp-250'],
  )
})

test('a 250 that a notice overtook says when the reply left, and not where it is', async () => {
  const { scene, open, asked } = await openScene()
  const reply = await open.queue()
  await using stage = await openSmtpStage(async (moment) => {
    if (moment !== 'dot') return
    await handIn(scene, bounceOf(scene, reply.mailId))
    clock.forward(MINUTE_MS)
  })

  await open.deliver(wayOut('127.0.0.1', stage.port), reply)

  assert.deepEqual((await open.reply(reply.id)).sentAt, clock.now())
  await assertReopened(open, { reply, as: 'bounced', asked })
})

test('a notice that waited while the 250 was written is not lost', async () => {
  const { scene, open, asked } = await openScene()
  const reply = await open.queue()
  const client = new Client(scene.desk.database.connection('admin'))
  await client.connect()
  await using stage = await openSmtpStage(async (moment) => {
    if (moment === 'dot') await client.query('begin')
    if (moment === 'dot')
      await client.query('select from conversation where conversation_id = $1 for update', [open.conversationId])
  })
  const delivered = open.deliver(wayOut('127.0.0.1', stage.port), reply)
  await until('the delivery to wait for the lock', () => hasWaiting(client, 1))
  const noticed = handIn(scene, bounceOf(scene, reply.mailId))
  await until('the notice to wait behind it', () => hasWaiting(client, 2))

  await client.query('commit')
  await Promise.all([delivered, noticed])
  await client.end()

  await assertReopened(open, { reply, as: 'bounced', asked })
})

interface Scene {
  readonly scene: AmazonDesk
  readonly open: OpenCase
  /** When the buyer wrote: the start of the clock. */
  readonly asked: Date
}

/** A buyer has written an hour ago; what Amazon does with the answer is said. */
async function openScene(answers: Mode['answers'] = 'deliver'): Promise<Scene> {
  const scene = await amazon.newAccount({ answers })
  const open = await scene.buyerWrites()
  const asked = clock.now()
  clock.forward(HOUR_MS)
  return { scene, open, asked }
}

/** Answers while Amazon's mails wait, so that the clock rests for now. */
async function sendAndRest(scene: AmazonDesk, open: OpenCase): Promise<ReplyRow> {
  scene.shutTheDoor()
  const reply = await open.queue()
  assert.deepEqual(await open.deliver(scene.out, reply), { kind: 'accepted' })
  const { row } = await open.show()
  assert.deepEqual([row.state, row.dueAt], ['waiting', undefined])
  return reply
}

async function assertReopened(
  open: OpenCase,
  expected: { readonly reply: ReplyRow; readonly as: 'bounced' | 'opted-out' | 'refused'; readonly asked: Date },
): Promise<void> {
  const { state } = await open.reply(expected.reply.id)
  const { row } = await open.show()
  assert.deepEqual([state, row.state, row.reopened], [expected.as, 'needs-reply', expected.as])
  assert.deepEqual(row.unansweredSince, expected.asked)
  assert.deepEqual(row.dueAt, after(expected.asked, ANSWER_MS))
}

async function hasWaiting(client: Client, count: number): Promise<true | undefined> {
  const waiting = `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`
  return (await client.query(waiting)).rowCount === count ? true : undefined
}

async function copiesOf({ desk, account }: AmazonDesk): Promise<string | undefined> {
  const [mailbox] = await asAdmin<{ copies: string }>(desk.database, 'select copies from mailbox where address = $1', [
    account.mailbox,
  ])
  return mailbox?.copies
}

/** Hands a mail in as a stranger's server does, without a signature. */
async function handIn({ door, account }: AmazonDesk, raw: string): Promise<void> {
  const transport = createTransport({ host: door.host, port: door.port, ignoreTLS: true })
  try {
    await transport.sendMail({ envelope: { from: '', to: account.mailbox }, raw })
  } finally {
    transport.close()
  }
}

/** Hands a mail of ours to Amazon as it stands. */
async function passOn({ relay, account }: AmazonDesk, raw: string): Promise<void> {
  const transport = createTransport({ host: relay.smtpHost, port: relay.smtpPort })
  try {
    const to = /^To: (\S+)\r?$/imu.exec(raw)?.[1] ?? ''
    await transport.sendMail({ envelope: { from: account.mailbox, to }, raw })
  } finally {
    transport.close()
  }
}

/** A delivery report as any mail server writes one; without a Message-ID it names the recipient alone. */
function bounceOf({ desk, account }: AmazonDesk, mailId: string | undefined, recipient?: string): string {
  const header = mailId === undefined ? 'Subject: Re: Frage' : `Message-ID: ${mailId}\r\nSubject: Re: Frage`
  return bounceMail({
    from: 'MAILER-DAEMON@mx.example',
    to: account.mailbox,
    recipient: recipient ?? 'a1b2c3d4e5f6g7h8@marketplace.amazon.de',
    mailId: '<report-1@mx.example>',
    date: desk.parts.clock.now(),
    original: new TextEncoder().encode(`${header}\r\n\r\n`),
    boundary: 'report-boundary',
  }).toString('latin1')
}
