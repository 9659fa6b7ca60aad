import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { Fault } from '../../src/base/fault.ts'
import { saveDraft } from '../../src/flow/save-draft.ts'
import { startJobs } from '../../src/job/start-jobs.ts'
import { openAmazonDesk } from '../desk/amazon-desk.ts'
import { CLEAN_TEXT } from '../desk/open-case.ts'
import { stranger } from '../desk/test-desk.ts'
import { until } from '../desk/until.ts'

const amazon = await openAmazonDesk({ after })
/** Its queue works, so that what is queued leaves by itself. */
const working = await openAmazonDesk({ after })
const jobs = await startJobs(
  { ...working.desk.parts, out: working.out },
  { isAlone: true, failed: (error) => assert.fail(String(error)) },
)
after(() => jobs[Symbol.asyncDispose]())

const PHONE_TEXT = `${CLEAN_TEXT} Die Nummer ist 030 23125042 dafür.`
const CARD_TEXT = 'Meine Karte ist 4111 1111 1111 1111.'

test('a reply with a phone number is blocked with rule, span, reason, source and fix, and nothing leaves', async () => {
  const { buyerWrites, relay } = await working.newAccount()
  const open = await buyerWrites()

  const blocked = await open.send({ text: PHONE_TEXT })
  const clean = await open.queue()
  await until('the clean reply', () => (relay.inbox(open.buyer).length > 0 ? true : undefined))

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
    relay.inbox(open.buyer).map(({ mailId }) => mailId),
    [clean.mailId],
  )
  assert.deepEqual(relay.refused(), [])
})

test('a clean reply arrives in the buyer’s thread, quoting what was redacted, and rests the clock', async () => {
  const { buyerWrites, relay, out, account } = await amazon.newAccount()
  const open = await buyerWrites({ text: `Wo ist mein Paket? ${CARD_TEXT}` })
  const asked = relay.deliveries().at(-1)?.mailId

  const delivered = await open.deliver(out, await open.queue())

  assert.deepEqual(delivered, { kind: 'accepted' })
  const [reply] = relay.inbox(open.buyer)
  assert.ok(reply && asked !== undefined)
  assert.equal(reply.from, account.mailbox)
  assert.equal(reply.inReplyTo, asked)
  assert.deepEqual(reply.references, [asked])
  assert.match(reply.subject, /^Re: /u)
  assert.ok(reply.text.startsWith(`${CLEAN_TEXT}\n`))
  assert.match(reply.text, /^> Wo ist mein Paket\?/mu)
  assert.doesNotMatch(reply.raw, /4111.?1111/u)
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

test('of 100 parallel sends in one conversation one is queued and one mail leaves; the others hear why not', async () => {
  const { buyerWrites, relay } = await working.newAccount()
  const open = await buyerWrites()
  const { version } = (await open.show()).row

  const outcomes = await Promise.all(Array.from({ length: 100 }, () => open.send({ version })))

  assert.equal(outcomes.filter((outcome) => outcome.ok).length, 1)
  const others = outcomes.flatMap((outcome) => (outcome.ok ? [] : [outcome.reason]))
  assert.equal(others.length, 99)
  assert.ok(
    others.every((reason) => reason === 'open' || reason === 'changed'),
    others.join(' '),
  )
  await until('the reply to be sent', async () => (await open.show()).replies.find(({ row }) => row.state === 'sent'))
  assert.equal((await open.show()).replies.length, 1)
  assert.equal(relay.inbox(open.buyer).length, 1)
})

test('while one reply is on its way another hears which, even from who has seen all there is', async () => {
  const { open } = await openDeskWithMail()
  const queued = await open.queue()

  const other = await open.send({ text: `${CLEAN_TEXT} Viele Grüße` })

  assert.deepEqual(other, { ok: false, reason: 'open', replyId: queued.id, state: 'queued' })
})

test('the same wish told twice is one reply, also when it was sent meanwhile', async () => {
  const { open } = await openDeskWithMail()
  const { version } = (await open.show()).row
  const wish = { idempotencyKey: 'the-same-wish', version, text: `${CLEAN_TEXT}\r\nViele Grüße` }

  const first = await open.send(wish)
  assert.ok(first.ok)
  const second = await open.send(wish)
  await open.deliver(amazon.out, first.reply)
  const third = await open.send(wish)

  assert.ok(second.ok && third.ok)
  assert.deepEqual([second.reply.id, third.reply.id], [first.reply.id, first.reply.id])
  assert.deepEqual([second.text, third.text], [first.text, first.text])
  assert.equal(third.reply.state, 'sent')
  assert.equal((await open.show()).replies.length, 1)
})

test('a key of another text, another conversation or a text that may not be kept is a mistake, and says so', async () => {
  const { open, buyerWrites } = await openDeskWithMail()
  const elsewhere = await buyerWrites({ name: 'Otto Muster', orderId: '302-7654321-7654321' })
  const idempotencyKey = 'the-same-key'
  assert.ok((await open.send({ idempotencyKey })).ok)

  const others = [
    await open.send({ idempotencyKey, text: `${CLEAN_TEXT} Viele Grüße` }),
    await elsewhere.send({ idempotencyKey }),
    await open.send({ idempotencyKey, text: CARD_TEXT }),
  ]

  assert.deepEqual(
    others,
    others.map(() => ({ ok: false, reason: 'reused' })),
  )
  assert.deepEqual([(await open.show()).replies.length, (await elsewhere.show()).replies.length], [1, 0])
})

test('one key in two conversations at the same moment is one reply', async () => {
  const { open, buyerWrites } = await openDeskWithMail()
  const elsewhere = await buyerWrites({ name: 'Otto Muster', orderId: '302-7654321-7654321' })
  const idempotencyKey = 'the-very-same-key'

  const outcomes = await Promise.all([open, elsewhere].map((each) => each.send({ idempotencyKey })))

  assert.deepEqual(outcomes.map((outcome) => (outcome.ok ? 'queued' : outcome.reason)).toSorted(), ['queued', 'reused'])
})

test('a reply to a conversation in which the buyer wrote meanwhile is not queued', async () => {
  const { open, buyerWrites } = await openDeskWithMail()
  const { version } = (await open.show()).row

  await buyerWrites({ text: 'Hat sich erledigt, danke.', alias: open.buyer.split('@')[0] })
  const outcome = await open.send({ version })

  assert.ok(!outcome.ok && outcome.reason === 'changed')
  const now = await open.show()
  assert.equal(outcome.version, now.row.version)
  assert.deepEqual(now.replies, [])
})

test('a card number is kept neither as a reply nor as a draft', async () => {
  const { desk, open, account } = await openDeskWithMail()
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

test('a neighbour’s conversation does not exist, from another account and for a stranger', async () => {
  const { desk, open } = await openDeskWithMail()
  const neighbour = await desk.openAccount('south')

  const fromNextDoor = await open.send({ accountId: neighbour.accountId })
  const fromNobody = await open.send({}, {}, stranger(424_242))

  assert.deepEqual(fromNextDoor, { ok: false, reason: 'missing' })
  assert.deepEqual(fromNobody, { ok: false, reason: 'missing' })
  assert.deepEqual((await open.show()).replies, [])
})

test('a desk without a mail server says so instead of queueing for ever', async () => {
  const { open } = await openDeskWithMail()

  await assert.rejects(
    open.send({}, { canSend: false }),
    (error) => error instanceof Fault && error.code === 'mail.no-way-out',
  )

  assert.deepEqual((await open.show()).replies, [])
})

/** An account to which one buyer has written. */
async function openDeskWithMail() {
  const { desk, account, buyerWrites } = await amazon.newAccount()
  return { desk, account, open: await buyerWrites(), buyerWrites }
}
