import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Mode } from '../../sim/amazon-relay/mode.ts'
import { type AmazonRelay, startAmazonRelay } from '../../sim/amazon-relay/relay.ts'
import { type DeskDoor, openDeskDoor, type ReceivedMail, sendReply } from './desk-door.ts'

const OUR_MAIL_ID = '<reply-1@shop.example>'
const ORDER_ID = '302-0000001-0000001'

interface Stage extends AsyncDisposable {
  readonly desk: DeskDoor
  readonly relay: AmazonRelay
  /** Whom a buyer's mail came from. */
  readonly buyer: string
  readonly alias: string
  readonly buyerMailId: string
}

/** A buyer has written, and the desk has the mail. */
async function stage(mode: Partial<Mode> = {}): Promise<Stage> {
  await using parts = new AsyncDisposableStack()
  const desk = parts.use(await openDeskDoor())
  const relay = parts.use(await startAmazonRelay({ desk: { door: desk.door }, mode }))
  const sent = await relay.send({ name: 'Petra Beispiel', text: 'Wo ist es?', marketplace: 'de', orderId: ORDER_ID })
  await relay.settled()
  const open = parts.move()
  const { relayAddress, alias, mailId } = sent
  return {
    desk,
    relay,
    buyer: relayAddress,
    alias,
    buyerMailId: mailId,
    [Symbol.asyncDispose]: () => open.disposeAsync(),
  }
}

/** What came to the desk after the buyer's mail. */
async function newsFor({ desk, relay }: Stage): Promise<readonly ReceivedMail[]> {
  await relay.settled()
  return desk.received.slice(1)
}

test('a reply reaches its buyer as it was written, and nothing comes back', async () => {
  await using scene = await stage()
  const { relay, buyer, buyerMailId } = scene

  const { code } = await sendReply(relay, {
    to: buyer,
    text: 'Guten Tag, es ist unterwegs.',
    subject: 'Re: Frage',
    mailId: OUR_MAIL_ID,
    answers: buyerMailId,
  })

  const [reply] = relay.inbox(buyer)
  assert.equal(code, 250)
  assert.equal(reply?.text.trim(), 'Guten Tag, es ist unterwegs.')
  assert.equal(reply?.subject, 'Re: Frage')
  assert.equal(reply?.mailId, OUR_MAIL_ID)
  assert.equal(reply?.inReplyTo, buyerMailId)
  assert.deepEqual(reply?.references, [buyerMailId])
  assert.match(reply?.raw ?? '', /^From: desk@shop\.example/u)
  assert.deepEqual(await newsFor(scene), [])
})

test('an address that was never handed out is refused', async () => {
  await using scene = await stage()

  const { code } = await sendReply(scene.relay, { to: 'x000000000000000@marketplace.amazon.de', text: 'Hallo' })

  assert.equal(code, 550)
  assert.deepEqual(scene.relay.inbox(), [])
})

test('a sender who is not approved is refused at the door', async () => {
  await using scene = await stage()

  const refusal = await sendReply(scene.relay, { to: scene.buyer, text: 'Hallo', from: 'other@shop.example' })

  assert.deepEqual(refusal, { code: 550, response: '550 5.7.1 sender not authorized' })
  assert.deepEqual(scene.relay.refused(), [])
})

test('or is taken and told of by mail', async () => {
  await using scene = await stage({ unapproved: 'notice' })
  const { relay, buyer } = scene

  const { code } = await sendReply(relay, { to: buyer, text: 'Hi', from: 'other@shop.example', mailId: OUR_MAIL_ID })

  const [notice] = await newsFor(scene)
  assert.equal(code, 250)
  assert.equal(notice?.mail.inReplyTo, OUR_MAIL_ID)
  assert.deepEqual(notice?.envelope.to, ['desk@shop.example'])
  assert.match(notice?.mail.html ?? '', /an address that is not approved/u)
  assert.deepEqual(
    relay.refused().map(({ reason }) => reason),
    ['unapproved-sender'],
  )
})

test('a copy names the buyer in its subject and the order in its text, and neither alias nor case', async () => {
  await using scene = await stage({ copies: true })
  const { relay, buyer, alias } = scene

  await sendReply(relay, { to: buyer, text: 'Es ist <unterwegs>.', mailId: OUR_MAIL_ID })

  const [copy] = await newsFor(scene)
  const html = copy?.mail.html ?? ''
  assert.equal(headerOf(copy, 'x-space-notification-type'), 'BBC_MESSAGE_CONFIRMATION_TO_MERCHANT')
  assert.equal(copy?.mail.from?.address, 'donotreply@amazon.com')
  assert.equal(copy?.mail.subject, 'Your email to Petra Beispiel')
  assert.equal(copy?.mail.inReplyTo, OUR_MAIL_ID)
  assert.match(html, new RegExp(`Order ID ${ORDER_ID}:`, 'u'))
  assert.match(html, /-{13} Begin message -{13}<br>\s*Es ist &lt;unterwegs&gt;\.<br>\s*-{13} End message -{13}/u)
  assert.ok(!copy?.raw.toString('latin1').includes(alias))
  assert.equal(relay.inbox(buyer).length, 1)
})

test('a bounce goes to the sender by RFC 3464, with the reply’s own header', async () => {
  await using scene = await stage({ answers: 'bounce' })
  const { relay, buyer } = scene

  const { code } = await sendReply(relay, { to: buyer, text: 'Hallo', mailId: OUR_MAIL_ID })

  const [bounce] = await newsFor(scene)
  const raw = bounce?.raw.toString('latin1') ?? ''
  assert.equal(code, 250)
  assert.deepEqual(bounce?.envelope, { from: '', to: ['desk@shop.example'] })
  assert.match(raw, /^Content-Type: multipart\/report; report-type=delivery-status;/mu)
  assert.match(
    raw,
    new RegExp(`^Final-Recipient: rfc822; ${buyer}\\r\\nAction: failed\\r\\nStatus: 5\\.1\\.1\\r$`, 'mu'),
  )
  assert.match(raw, /^Content-Type: text\/rfc822-headers[\s\S]*^Message-ID: <reply-1@shop\.example>\r$/mu)
  assert.deepEqual(relay.inbox(), [])
})

test('an opt-out notice names the order and the relay address, but not our mail', async () => {
  await using scene = await stage({ answers: 'opt-out' })
  const { relay, buyer } = scene

  await sendReply(relay, { to: buyer, text: 'Hallo', mailId: OUR_MAIL_ID })

  const [notice] = await newsFor(scene)
  assert.equal(headerOf(notice, 'x-space-notification-type'), 'BUYER_OPTED_OUT_BSM_MESSAGES')
  assert.equal(notice?.mail.from?.address, 'auto-communication@amazon.com')
  assert.equal(notice?.mail.inReplyTo, undefined)
  assert.match(notice?.mail.html ?? '', new RegExp(`for order \\[${ORDER_ID}\\]`, 'u'))
  assert.match(notice?.mail.html ?? '', new RegExp(`mailto:${buyer}\\?subject= \\[Important\\]`, 'u'))
  assert.deepEqual(relay.inbox(), [])
})

test('a guidelines notice answers our mail', async () => {
  await using scene = await stage({ answers: 'guidelines' })
  const { relay, buyer } = scene

  await sendReply(relay, { to: buyer, text: 'Hallo', mailId: OUR_MAIL_ID })

  const [notice] = await newsFor(scene)
  assert.equal(notice?.mail.from?.address, 'auto-communication@amazon.com')
  assert.equal(notice?.mail.inReplyTo, OUR_MAIL_ID)
  assert.match(notice?.mail.html ?? '', /not delivered because it did not meet our communication guidelines/u)
  assert.deepEqual(relay.inbox(), [])
})

test('a temporary failure and a rejection are said in the session and leave nothing behind', async () => {
  await using scene = await stage({ answers: 'temporary-failure' })
  const { relay, buyer } = scene

  const later = await sendReply(relay, { to: buyer, text: 'Hallo' })
  relay.setMode({ answers: 'reject' })
  const never = await sendReply(relay, { to: buyer, text: 'Hallo' })

  assert.deepEqual([later.code, never.code], [451, 554])
  assert.deepEqual([relay.inbox(), relay.refused(), await newsFor(scene)], [[], [], []])
})

test('an unsafe reply never reaches the buyer, whoever let it out', async () => {
  await using scene = await stage()
  const { relay, buyer } = scene

  const { code } = await sendReply(relay, { to: buyer, text: 'Rufen Sie an: 030 23125 042', mailId: OUR_MAIL_ID })

  const [notice] = await newsFor(scene)
  const [refused] = relay.refused()
  assert.equal(code, 250)
  assert.deepEqual([refused?.reason, refused?.found], ['unsafe', ['phone-number']])
  assert.equal(notice?.mail.inReplyTo, OUR_MAIL_ID)
  assert.deepEqual(relay.inbox(), [])
})

test('one buyer’s mode goes before everybody’s', async () => {
  await using scene = await stage({ answers: 'reject' })
  const { relay, buyer, alias } = scene
  const other = await relay.send({ name: 'Otto Muster', text: 'Und meins?' })

  relay.setMode({ answers: 'deliver' }, alias)

  assert.equal((await sendReply(relay, { to: buyer, text: 'Hallo' })).code, 250)
  assert.equal((await sendReply(relay, { to: other.relayAddress, text: 'Hallo' })).code, 554)
})

test('a talkative buyer says thanks once, in the same thread', async () => {
  await using scene = await stage({ talkative: true })
  const { relay, buyer } = scene

  await sendReply(relay, { to: buyer, text: 'Es ist unterwegs.' })
  await sendReply(relay, { to: buyer, text: 'Es ist da.' })

  const news = await newsFor(scene)
  assert.deepEqual(
    news.map(({ mail }) => mail.from?.address),
    [buyer],
  )
  assert.match(news[0]?.mail.text ?? '', /Vielen Dank für die schnelle Antwort/u)
  assert.equal(relay.inbox(buyer).length, 2)
})

function headerOf(received: ReceivedMail | undefined, key: string): string | undefined {
  return received?.mail.headers.find((header) => header.key === key)?.value
}
