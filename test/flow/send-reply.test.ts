import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Fault } from '../../src/base/fault.ts'
import { saveDraft } from '../../src/flow/save-draft.ts'
import { startJobs } from '../../src/job/start-jobs.ts'
import { openAmazonDesk } from '../desk/amazon-desk.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { CLEAN_TEXT, openCase } from '../desk/open-case.ts'
import { openTestDesk, stranger } from '../desk/test-desk.ts'
import { until } from '../desk/until.ts'

const PHONE_TEXT = `${CLEAN_TEXT} Rufen Sie uns an unter 030 23125042.`
const CARD_TEXT = 'Meine Karte ist 4111 1111 1111 1111.'

test('a reply with a phone number is blocked with rule, span, reason, source and fix, and nothing leaves', async (t) => {
  const { buyerWrites, relay, desk, out } = await openAmazonDesk(t)
  const open = await buyerWrites()
  await using _jobs = await startJobs({ ...desk.parts, out }, { isAlone: true, failed: assert.ifError })

  const blocked = await open.send({ text: PHONE_TEXT })
  const clean = await open.queue()
  await until('the clean reply', () => (relay.inbox().length > 0 ? true : undefined))

  assert.ok(!blocked.ok && blocked.reason === 'blocked')
  assert.equal(blocked.findings.length, 1)
  const [finding] = blocked.findings
  assert.equal(finding?.rule, 'OUT-005')
  assert.equal(finding.force, 'never')
  assert.equal(PHONE_TEXT.slice(finding.span.start, finding.span.end), '030 23125042')
  assert.match(finding.reason, /phone number/u)
  assert.match(finding.source.read, /^\d{4}-\d\d-\d\d$/u)
  assert.ok(finding.fix)
  const { span, text } = finding.fix
  const fixed = PHONE_TEXT.slice(0, span.start) + text + PHONE_TEXT.slice(span.end)
  assert.doesNotMatch(fixed, /\d/u)
  assert.doesNotMatch(JSON.stringify(blocked), /23125042/u)
  assert.deepEqual(
    relay.inbox().map(({ mailId }) => mailId),
    [clean.mailId],
  )
  assert.deepEqual(relay.refused(), [])
})

test('a clean reply arrives in the buyer’s thread, quoting what was redacted, and rests the clock', async (t) => {
  const { buyerWrites, relay, out, account } = await openAmazonDesk(t)
  const open = await buyerWrites({ text: `Wo ist mein Paket? ${CARD_TEXT}` })
  const asked = (await open.show()).messages[0]?.row.mailId

  const delivered = await open.deliver(out, await open.queue())

  assert.deepEqual(delivered, { kind: 'accepted' })
  const [reply] = relay.inbox()
  assert.ok(reply && asked !== undefined)
  assert.equal(reply.from, account.mailbox)
  assert.equal(reply.inReplyTo, asked)
  assert.deepEqual(reply.references, [asked])
  assert.match(reply.subject, /^Re: /u)
  assert.ok(reply.text.startsWith(`${CLEAN_TEXT}\n`))
  assert.match(reply.text, /^> Wo ist mein Paket\?/mu)
  assert.doesNotMatch(reply.raw, /4111/u)
  const { row, replies, messages } = await open.show()
  assert.equal(row.state, 'waiting')
  assert.equal(row.dueAt, undefined)
  assert.equal(replies[0]?.row.state, 'sent')
  assert.deepEqual(
    messages.map(({ row: { kind } }) => kind),
    ['buyer', 'reply'],
  )
  assert.equal(messages[1]?.text, CLEAN_TEXT)
})

test('of 100 parallel sends in one conversation one is queued and one mail leaves; the others hear changed', async (t) => {
  const { buyerWrites, relay, desk, out } = await openAmazonDesk(t)
  const open = await buyerWrites()
  const { version } = (await open.show()).row
  await using _jobs = await startJobs({ ...desk.parts, out }, { isAlone: true, failed: assert.ifError })

  const outcomes = await Promise.all(Array.from({ length: 100 }, () => open.send({ version })))

  assert.equal(outcomes.filter((outcome) => outcome.ok).length, 1)
  assert.equal(outcomes.filter((outcome) => !outcome.ok && outcome.reason === 'changed').length, 99)
  await until('the reply to be sent', async () => (await open.show()).replies.find(({ row }) => row.state === 'sent'))
  assert.equal((await open.show()).replies.length, 1)
  assert.equal(relay.inbox().length, 1)
})

test('the same wish told twice is one reply; its key in another conversation is a mistake', async (t) => {
  const { desk, open, account } = await openDeskWithMail(t)
  const other = {
    to: account.mailbox,
    alias: 'z9y8x7w6v5u4t3s2',
    threadToken: 'A0OTHER',
    orderId: '302-7654321-7654321',
  }
  await desk.receive(account.mailbox, buyerMail(other))
  const elsewhere = await openCase(desk, account, ({ row }) => row.orderId === other.orderId)
  const { version } = (await open.show()).row
  const idempotencyKey = 'the-same-wish'

  const [first, second] = [await open.send({ idempotencyKey, version }), await open.send({ idempotencyKey, version })]

  assert.ok(first.ok && second.ok)
  assert.equal(first.reply.id, second.reply.id)
  const mistaken = await elsewhere.send({ idempotencyKey })
  assert.ok(!mistaken.ok && mistaken.reason === 'changed')
  assert.equal((await elsewhere.show()).replies.length, 0)
  assert.equal((await open.show()).replies.length, 1)
})

test('a reply to a conversation in which the buyer wrote meanwhile is not queued', async (t) => {
  const { desk, open, account } = await openDeskWithMail(t)
  const { version } = (await open.show()).row

  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox, text: 'Hat sich erledigt, danke.' }))
  const outcome = await open.send({ version })

  assert.ok(!outcome.ok && outcome.reason === 'changed')
  const now = await open.show()
  assert.equal(outcome.version, now.row.version)
  assert.deepEqual(now.replies, [])
})

test('a card number is kept neither as a reply nor as a draft', async (t) => {
  const { desk, open, account } = await openDeskWithMail(t)
  const { conversationId } = open

  const sent = await open.send({ text: CARD_TEXT })
  const wish = { accountId: account.accountId, conversationId, text: CARD_TEXT, version: 0 }
  const saved = await saveDraft(desk.parts, account.actor, wish)

  for (const outcome of [sent, saved]) {
    assert.ok(!outcome.ok && outcome.reason === 'sensitive')
    const [finding] = outcome.findings
    assert.equal(finding?.rule, 'OUT-085')
    assert.equal(CARD_TEXT.slice(finding.span.start, finding.span.end), '4111 1111 1111 1111')
  }
  const { replies, draft } = await open.show()
  assert.deepEqual([replies, draft], [[], undefined])
})

test('a neighbour’s conversation does not exist, from another account and for a stranger', async (t) => {
  const { desk, open } = await openDeskWithMail(t)
  const neighbour = await desk.openAccount('south')

  const fromNextDoor = await open.send({ accountId: neighbour.accountId })
  const fromNobody = await open.send({}, {}, stranger(424_242))

  assert.deepEqual(fromNextDoor, { ok: false, reason: 'missing' })
  assert.deepEqual(fromNobody, { ok: false, reason: 'missing' })
  assert.deepEqual((await open.show()).replies, [])
})

test('a desk without a mail server says so instead of queueing for ever', async (t) => {
  const { open } = await openDeskWithMail(t)

  await assert.rejects(
    open.send({}, { canSend: false }),
    (error) => error instanceof Fault && error.code === 'mail.no-way-out',
  )

  assert.deepEqual((await open.show()).replies, [])
})

async function openDeskWithMail(t: Parameters<typeof openTestDesk>[0]) {
  const desk = await openTestDesk(t)
  const account = await desk.openAccount('north')
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox }))
  return { desk, account, open: await openCase(desk, account) }
}
