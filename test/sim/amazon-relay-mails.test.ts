import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dkimVerify } from 'mailauth/lib/dkim/verify.js'
import type { DkimRecord } from '../../sim/amazon-relay/mail/signing-key.ts'
import { seededRandom } from '../../sim/amazon-relay/random.ts'
import { startAmazonRelay } from '../../sim/amazon-relay/relay.ts'
import { openDeskDoor, type ReceivedMail } from './desk-door.ts'

const QUICK = { firstPauseMs: 1, longestPauseMs: 1, attemptLimit: 4 }

test('the dozen reach the desk with their words, signed by the domain they write from', async () => {
  await using desk = await openDeskDoor()
  await using relay = await startAmazonRelay({ desk: { door: desk.door } })

  const played = await relay.play()
  await relay.settled()

  assert.deepEqual(
    desk.received.map(({ mail }) => [mail.from?.address, mail.messageId]),
    played.map(({ relayAddress, mailId }) => [relayAddress, mailId]),
  )
  for (const mail of desk.received) assert.equal(await signerOf(mail, relay.dkimRecord()), domainOf(mail))
})

test('a changed mail does not verify', async () => {
  await using desk = await openDeskDoor()
  await using relay = await startAmazonRelay({ desk: { door: desk.door } })

  await relay.send({ name: 'Petra Beispiel', text: 'Hallo' })
  await relay.settled()

  const sent = only(desk.received)
  const changed = { ...sent, raw: Buffer.from(sent.raw.toString('latin1').replaceAll('Hallo', 'Hullo'), 'latin1') }
  assert.equal(await signerOf(changed, relay.dkimRecord()), undefined)
})

test('a mail says whose it is in Amazon’s headers', async () => {
  await using desk = await openDeskDoor()
  await using relay = await startAmazonRelay({ desk: { door: desk.door } })

  await relay.send({ name: 'Maria Exemplo', text: 'Olá', marketplace: 'com.br', language: 'pt' })
  await relay.settled()

  const { mail, envelope } = only(desk.received)
  assert.equal(mail.from?.name, 'Maria Exemplo')
  assert.match(mail.from?.address ?? '', /^[a-z0-9]{16}@marketplace\.amazon\.com\.br$/u)
  assert.equal(headerOf(mail, 'x-space-notification-type'), 'BBC_MESSAGE_SENT_TO_MERCHANT')
  assert.equal(headerOf(mail, 'x-marketplace-id'), 'A2Q3Y263D00KWC')
  assert.match(mail.text ?? '', /^Você recebeu uma mensagem\./u)
  assert.deepEqual(envelope.to, ['desk@shop.example'])
})

test('copies of one message share m= and differ in Message-ID and SPC mark', async () => {
  await using desk = await openDeskDoor()
  await using relay = await startAmazonRelay({ desk: { door: desk.door } })

  const { messageToken, mailIds } = await relay.send({ name: 'Petra Beispiel', text: 'Hallo', copies: 3 })
  await relay.settled()

  const texts = desk.received.map(({ mail }) => mail.text ?? '')
  assert.deepEqual(
    desk.received.map(({ mail }) => mail.messageId),
    mailIds,
  )
  assert.ok(texts.every((text) => text.includes(`&m=${messageToken}&`)))
  assert.equal(new Set(texts.map((text) => /SPC-\S+/u.exec(text)?.[0])).size, 3)
})

test('the same alias again goes on with its thread and keeps its order', async () => {
  await using desk = await openDeskDoor()
  await using relay = await startAmazonRelay({ desk: { door: desk.door } })

  const first = await relay.send({ name: 'Petra Beispiel', text: 'Eins', orderId: '302-0000001-0000001' })
  const second = await relay.send({ name: 'Petra Beispiel', text: 'Zwei', alias: first.alias })
  await relay.settled()

  assert.equal(second.relayAddress, first.relayAddress)
  assert.equal(second.threadToken, first.threadToken)
  assert.notEqual(second.messageToken, first.messageToken)
  assert.match(desk.received[1]?.mail.text ?? '', /# 302-0000001-0000001:/u)
})

test('a photo comes as an attachment beside no words', async () => {
  await using desk = await openDeskDoor()
  await using relay = await startAmazonRelay({ desk: { door: desk.door } })

  await relay.send({ name: 'Petra Beispiel', text: '', photo: true })
  await relay.settled()

  const { mail } = only(desk.received)
  assert.deepEqual(
    mail.attachments.map(({ filename, mimeType }) => [filename, mimeType]),
    [['photo.png', 'image/png']],
  )
  assert.match(mail.html ?? '', /<pre style="[^"]*"><\/pre>/u)
})

test('the same seed and hour give the same mail but for the signature', async () => {
  const clock = { now: () => new Date('2026-11-24T09:00:00Z') }
  const mails: string[] = []
  for (let run = 0; run < 2; run += 1) {
    await using desk = await openDeskDoor()
    await using relay = await startAmazonRelay({ desk: { door: desk.door }, clock, random: seededRandom(7) })
    await relay.play({ buyers: ['late-parcel'] })
    await relay.settled()
    mails.push(withoutSignature(only(desk.received)))
  }

  assert.equal(mails[0], mails[1])
})

test('tries again after a 4xx until the desk takes the mail', async () => {
  await using desk = await openDeskDoor()
  desk.refuseNext(451, 421)
  await using relay = await startAmazonRelay({ desk: { door: desk.door }, retry: QUICK })

  await relay.send({ name: 'Petra Beispiel', text: 'Hallo' })
  await relay.settled()

  const delivery = only(relay.deliveries())
  assert.deepEqual([delivery.state, delivery.attempts, delivery.code], ['delivered', 3, 250])
  assert.equal(desk.received.length, 1)
})

test('takes a 5xx for an answer', async () => {
  await using desk = await openDeskDoor()
  desk.refuseNext(554)
  await using relay = await startAmazonRelay({ desk: { door: desk.door }, retry: QUICK })

  await relay.send({ name: 'Petra Beispiel', text: 'Hallo' })
  await relay.settled()

  const delivery = only(relay.deliveries())
  assert.deepEqual([delivery.state, delivery.attempts, delivery.code], ['refused', 1, 554])
})

test('gives up after its last attempt', async () => {
  await using desk = await openDeskDoor()
  desk.refuseNext(451, 451, 451, 452)
  await using relay = await startAmazonRelay({ desk: { door: desk.door }, retry: QUICK })

  await relay.send({ name: 'Petra Beispiel', text: 'Hallo' })
  await relay.settled()

  const delivery = only(relay.deliveries())
  assert.deepEqual([delivery.state, delivery.attempts, delivery.code], ['refused', 4, 452])
})

test('a new door is tried at once, however long the pause was to be', async () => {
  await using closed = await openDeskDoor()
  await using open = await openDeskDoor()
  closed.refuseNext(451)
  const hour = 3_600_000
  const retry = { firstPauseMs: hour, longestPauseMs: hour, attemptLimit: 4 }
  await using relay = await startAmazonRelay({ desk: { door: closed.door }, retry })
  const refusal = closed.refusal()
  await relay.send({ name: 'Petra Beispiel', text: 'Hallo' })
  await refusal

  relay.setDesk({ door: open.door })
  await relay.settled()

  assert.equal(only(relay.deliveries()).state, 'delivered')
  assert.equal(open.received.length, 1)
})

test('mails wait for a desk that is not named yet', async () => {
  await using desk = await openDeskDoor()
  await using relay = await startAmazonRelay()
  await relay.send({ name: 'Petra Beispiel', text: 'Hallo' })
  const before = only(relay.deliveries())

  relay.setDesk({ door: desk.door })
  await relay.settled()

  assert.deepEqual([before.state, before.attempts], ['waiting', 0])
  assert.equal(desk.received.length, 1)
})

test('delivers through LMTP and hears its late refusals', async () => {
  await using desk = await openDeskDoor('lmtp')
  desk.refuseNext(550)
  await using relay = await startAmazonRelay({ desk: { door: desk.door }, retry: QUICK })

  await relay.send({ name: 'Petra Beispiel', text: 'refused' })
  await relay.send({ name: 'Petra Beispiel', text: 'taken' })
  await relay.settled()

  assert.deepEqual(
    relay.deliveries().map(({ state, code }) => [state, code]),
    [
      ['refused', 550],
      ['delivered', 250],
    ],
  )
})

test('ends while mails wait for a desk or for their next attempt', async () => {
  await using desk = await openDeskDoor()
  desk.refuseNext(451)
  const patient = { firstPauseMs: 3_600_000, longestPauseMs: 3_600_000, attemptLimit: 4 }
  const refusal = desk.refusal()
  const deskless = await startAmazonRelay()
  const relay = await startAmazonRelay({ desk: { door: desk.door }, retry: patient })
  await deskless.send({ name: 'Petra Beispiel', text: 'Hallo' })
  await relay.send({ name: 'Petra Beispiel', text: 'Hallo' })
  await refusal

  await deskless[Symbol.asyncDispose]()
  await relay[Symbol.asyncDispose]()

  await assert.rejects(fetch(`${relay.httpUrl}/healthz`))
})

/** The domain whose signature holds, or nothing. */
async function signerOf({ raw }: ReceivedMail, { selector, record, domains }: DkimRecord): Promise<string | undefined> {
  const names = domains.map((domain) => `${selector}._domainkey.${domain}`)
  const resolver = async (name: string): Promise<string[][]> => (names.includes(name) ? [[record]] : [])
  const { results } = await dkimVerify(raw, { resolver })
  return results.find(({ status }) => status.result === 'pass')?.signingDomain
}

function domainOf({ mail }: ReceivedMail): string | undefined {
  return mail.from?.address?.split('@')[1]
}

function headerOf(mail: ReceivedMail['mail'], key: string): string | undefined {
  return mail.headers.find((header) => header.key === key)?.value
}

function withoutSignature({ raw }: ReceivedMail): string {
  return raw.toString('utf8').replace(/^DKIM-Signature:.*\r\n(?:[ \t].*\r\n)*/u, '')
}

function only<T>(list: readonly T[]): T {
  const [first] = list
  assert.ok(first !== undefined && list.length === 1, `${list.length} instead of one`)
  return first
}
