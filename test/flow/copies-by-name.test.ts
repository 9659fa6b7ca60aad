import assert from 'node:assert/strict'
import { after as atTheEnd, test } from 'node:test'

import { DAY_MS, HOUR_MS } from '../../src/base/clock.ts'
import { type AmazonDesk, openAmazonDesk } from '../desk/amazon-desk.ts'
import { CLEAN_TEXT, type OpenCase } from '../desk/open-case.ts'
import { testClock } from '../desk/test-clock.ts'
import { sendReply as sendMail } from '../sim/desk-door.ts'

const BY_HAND = 'Von Hand geschrieben.'
const OTHER_ORDER = '302-7654321-7654321'

const clock = testClock()
const amazon = await openAmazonDesk({ after: atTheEnd }, { clock })

test('a copy that names only the buyer confirms the reply with its words, also among buyers of that name', async () => {
  const scene = await amazon.newAccount()
  const meant = await scene.buyerWrites({ name: 'Rosalinde  FICHTENAU' })
  const namesake = await scene.buyerWrites({ orderId: OTHER_ORDER })
  const other = await namesake.queue('Guten Tag, das Paket ist heute angekommen.')
  await namesake.deliver(scene.out, other)
  scene.relay.setMode({ copies: true, copiesName: 'buyer' })

  const reply = await meant.queue()
  await meant.deliver(scene.out, reply)
  await scene.relay.settled()

  assert.deepEqual([(await meant.reply(reply.id)).state, (await namesake.reply(other.id)).state], ['confirmed', 'sent'])
  assert.deepEqual(scene.arrived(), ['stored', 'stored', 'noticed'])
})

test('a copy of other words is an answer from Seller Central, if one buyer alone has that name', async () => {
  const scene = await amazon.newAccount()
  const stranger = await scene.buyerWrites({ name: 'Gundula Birkenhain', orderId: OTHER_ORDER })
  const open = await scene.buyerWrites()
  clock.forward(20 * DAY_MS)

  await answerByHand(scene, open)

  const { row, messages } = await open.show()
  assert.deepEqual([row.state, messages.at(-1)?.row.kind, messages.at(-1)?.text], ['waiting', 'copy', BY_HAND])
  assert.equal((await stranger.show()).row.state, 'needs-reply')
})

test('a copy of other words silences no clock where two buyers have that name, and is quarantined', async () => {
  const scene = await amazon.newAccount()
  const one = await scene.buyerWrites()
  const two = await scene.buyerWrites({ orderId: OTHER_ORDER })

  await answerByHand(scene, one)

  assert.deepEqual(await statesOf(one, two), ['needs-reply', 'needs-reply'])
  assert.equal(scene.arrived().at(-1), 'quarantined')
})

test('the same words to two buyers of one name confirm neither', async () => {
  const scene = await amazon.newAccount()
  const one = await scene.buyerWrites()
  const two = await scene.buyerWrites({ orderId: OTHER_ORDER })
  const first = await one.queue()
  await one.deliver(scene.out, first)
  scene.relay.setMode({ copies: true, copiesName: 'buyer' })

  const second = await two.queue()
  await two.deliver(scene.out, second)
  await scene.relay.settled()

  assert.deepEqual([(await one.reply(first.id)).state, (await two.reply(second.id)).state], ['sent', 'sent'])
  assert.equal(scene.arrived().at(-1), 'quarantined')
})

test('words that never left are no reply of ours that a name could find', async () => {
  const scene = await amazon.newAccount({ answers: 'reject' })
  const open = await scene.buyerWrites()
  const refused = await open.queue()
  await open.deliver(scene.out, refused)
  scene.relay.setMode({ answers: 'deliver', copies: true, copiesName: 'buyer' })

  await sendMail(scene.relay, { to: open.buyer, from: scene.account.mailbox, text: CLEAN_TEXT })
  await scene.relay.settled()

  assert.equal((await open.reply(refused.id)).state, 'failed')
  assert.deepEqual([(await open.show()).row.state, (await open.show()).messages.at(-1)?.row.kind], ['waiting', 'copy'])
})

test('a copy with the name of nobody who wrote in two weeks, or of another mailbox, is quarantined', async () => {
  const elsewhere = await amazon.newAccount()
  const foreign = await elsewhere.buyerWrites()
  const scene = await amazon.newAccount()
  const settled = await scene.buyerWrites({ name: 'Gundula Birkenhain' })
  await settled.deliver(scene.out, await settled.queue())
  clock.forward(15 * DAY_MS)

  await answerByHand(scene, settled)
  await answerByHand(scene, foreign)

  assert.deepEqual(scene.arrived(), ['stored', 'quarantined', 'quarantined'])
  assert.equal((await foreign.show()).row.state, 'needs-reply')
})

test('a forged copy that names the buyer rests no clock and confirms nothing', async () => {
  const scene = await amazon.newAccount()
  const open = await scene.buyerWrites()
  const answered = await scene.buyerWrites({ name: 'Gundula Birkenhain', orderId: OTHER_ORDER })
  const reply = await answered.queue()
  await answered.deliver(scene.out, reply)

  await scene.desk.receive(scene.account.mailbox, forgedCopy('Rosalinde Fichtenau', BY_HAND))
  await scene.desk.receive(scene.account.mailbox, forgedCopy('Gundula Birkenhain', CLEAN_TEXT))

  assert.deepEqual(await statesOf(open, answered), ['needs-reply', 'waiting'])
  assert.equal((await answered.reply(reply.id)).state, 'sent')
})

/** All that Amazon's copy has, but for a signature. */
function forgedCopy(name: string, text: string): string {
  return [
    'From: "Amazon.de" <donotreply@amazon.com>',
    'To: desk@shop.example',
    `Subject: Ihre E-Mail an ${name}`,
    'X-Space-Notification-Type: BBC_MESSAGE_CONFIRMATION_TO_MERCHANT',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<div>------------- Anfang der Nachricht -------------<br>',
    `${text}<br>`,
    '------------- Ende der Nachricht -------------</div>',
    '',
  ].join('\r\n')
}

/** Somebody answers in Seller Central, and Amazon's copy names the buyer alone. */
async function answerByHand(scene: AmazonDesk, { buyer }: OpenCase): Promise<void> {
  clock.forward(HOUR_MS)
  scene.relay.setMode({ copies: true, copiesName: 'buyer' })
  await sendMail(scene.relay, { to: buyer, from: scene.account.mailbox, text: BY_HAND })
  await scene.relay.settled()
}

async function statesOf(...cases: readonly OpenCase[]): Promise<readonly string[]> {
  return Promise.all(cases.map(async (one) => (await one.show()).row.state))
}
