import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { DEFAULT_MODE, type Mode } from '../../sim/amazon-relay/mode.ts'
import type { ConversationView } from '../../src/http/route/shapes.ts'
import type { ReplyState } from '../../src/model/reply.ts'
import { CLEAN_TEXT } from '../desk/open-case.ts'
import { until } from '../desk/until.ts'
import { assertPostfix, type QueuedMail } from './postfix/postfix-server.ts'
import { MAILBOX, openRelayedDesk } from './postfix/relayed-desk.ts'

const BUYERS = 12

assertPostfix()
const desk = await openRelayedDesk()
const { amazon, client, postfix } = desk
after(() => desk[Symbol.asyncDispose]())

test('a dozen buyers arrive through Postfix, one conversation each, and none is less believed for it', async () => {
  await amazon.play()
  await amazon.settled()

  await queueEmpty()
  const rows = await client.list()

  assert.equal(rows.length, BUYERS)
  assert.equal(new Set(rows.map(({ buyerName }) => buyerName)).size, BUYERS)
  for (const { id } of rows) {
    const { messages } = await client.show(id)
    assert.deepEqual(
      messages.map(({ authenticity }) => authenticity),
      ['verified'],
    )
  }
})

test('a reply reaches its buyer through Postfix with our headers, and Postfix adds nothing but its Received', async () => {
  const { buyer, conversation } = await buyerWrites()

  await client.reply(conversation.id, CLEAN_TEXT)
  const arrived = await until('the reply to reach the buyer', () => amazon.inbox(buyer.relayAddress)[0])

  const [head = '', ...body] = arrived.raw.split('\r\n\r\n')
  assert.deepEqual(headerNames(head), [
    'Received',
    'From',
    'To',
    'Subject',
    'Message-ID',
    'In-Reply-To',
    'References',
    'Date',
    'Content-Transfer-Encoding',
    'MIME-Version',
    'Content-Type',
  ])
  assert.match(head, new RegExp(`^From: ${MAILBOX}\r?$`, 'mu'))
  assert.equal(arrived.inReplyTo, buyer.mailId)
  assert.ok(body.join('\r\n\r\n').startsWith(CLEAN_TEXT))
  const { state, dueAt, replies } = await withReply(conversation.id, 'sent')
  assert.deepEqual([state, dueAt, replies.length], ['waiting', null, 1])
})

test('what Amazon refuses at DATA comes back as Postfix’s bounce and opens the clock with its old start', async () => {
  const { buyer, conversation } = await buyerWrites({ answers: 'reject' })

  await client.reply(conversation.id, CLEAN_TEXT)
  const { dueAt, unansweredSince, reopened, state } = await withReply(conversation.id, 'bounced')

  assert.deepEqual([state, reopened], ['needs-reply', 'bounced'])
  assert.deepEqual([unansweredSince, dueAt], [conversation.unansweredSince, conversation.dueAt])
  assert.equal(amazon.inbox(buyer.relayAddress).length, 0)
})

test('so does what Amazon refuses at RCPT, since it does not know the sender, who sends nothing more until a person says so', async () => {
  const { buyer, conversation } = await buyerWrites()
  desk.setApprovedSender('another@shop.example')

  await client.reply(conversation.id, CLEAN_TEXT)
  const { dueAt, unansweredSince, reopened } = await withReply(conversation.id, 'bounced')

  const refused = await client.senderState()
  desk.setApprovedSender(MAILBOX)
  await client.approve()

  assert.equal(refused, 'refused')
  assert.equal(await client.senderState(), 'approved')
  assert.equal(reopened, 'bounced')
  assert.deepEqual([unansweredSince, dueAt], [conversation.unansweredSince, conversation.dueAt])
  assert.equal(amazon.inbox(buyer.relayAddress).length, 0)
})

test('while Amazon is greylisting, Postfix keeps the reply and brings it later, once', async () => {
  const { buyer, conversation } = await buyerWrites({ answers: 'temporary-failure' })

  await client.reply(conversation.id, CLEAN_TEXT)
  await deferred(buyer.relayAddress, /451 4\.3\.0/u)
  const meanwhile = await withReply(conversation.id, 'sent')
  amazon.setMode({ answers: 'deliver' })
  await queueEmpty()

  assert.equal(meanwhile.state, 'waiting')
  assert.equal(amazon.inbox(buyer.relayAddress).length, 1)
  const { replies, reopened } = await client.show(conversation.id)
  assert.deepEqual([replies.map(({ state }) => state), reopened], [['sent'], null])
})

test('while the database is stopped the door answers 451, and what waits in Postfix arrives once afterwards', async () => {
  const before = await client.list()

  await desk.stopDatabase()
  const { orderId } = await sendBuyerMail()
  const waiting = await deferred(MAILBOX, /said: 451/u)
  await desk.restart()
  await queueEmpty()

  assert.equal(waiting.recipients.length, 1)
  const rows = await client.list()
  assert.equal(rows.length, before.length + 1)
  assert.equal((await conversationOf(orderId)).messages.length, 1)
})

let orders = 0

/** A buyer writes about an order of their own; resolves when Postfix has the mail. */
async function sendBuyerMail() {
  const orderId = `302-1234567-${String((orders += 1)).padStart(7, '0')}`
  const words = { name: 'Rosalinde Fichtenau', text: 'Guten Tag, wo ist mein Paket?', marketplace: 'de' }
  const buyer = await amazon.send({ ...words, orderId })
  await amazon.settled()
  return { buyer, orderId }
}

/** A buyer has written, and Amazon will treat the reply as told. */
async function buyerWrites(mode: Partial<Mode> = {}) {
  amazon.setMode({ ...DEFAULT_MODE, ...mode })
  const { buyer, orderId } = await sendBuyerMail()
  await queueEmpty()
  return { buyer, conversation: await conversationOf(orderId) }
}

async function conversationOf(orderId: string): Promise<ConversationView> {
  const row = (await client.list()).find((row) => row.orderId === orderId)
  assert.ok(row, 'the mail became a conversation')
  return client.show(row.id)
}

/** The conversation once its only reply has come to this state. */
function withReply(id: string, state: ReplyState): Promise<ConversationView> {
  return until(`the reply to be ${state}`, async () => {
    const conversation = await client.show(id)
    return conversation.replies[0]?.state === state ? conversation : undefined
  })
}

function queueEmpty(): Promise<true> {
  return until('the queue to be empty', async () => ((await postfix.queue()).length === 0 ? true : undefined))
}

/** The mail to this address that Postfix could not hand on, for a reason that reads so. */
function deferred(address: string, reason: RegExp): Promise<QueuedMail> {
  return until('Postfix to be put off', async () =>
    (await postfix.queue()).find(({ recipients }) =>
      recipients.some((one) => one.address === address && reason.test(one.delay_reason ?? '')),
    ),
  )
}

/** The names of a mail's header fields, in order. */
function headerNames(head: string): readonly string[] {
  return [...head.matchAll(/^([\w-]+):/gmu)].map(([, name = '']) => name)
}
