import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type AmazonRelay, startAmazonRelay } from '../../sim/amazon-relay/relay.ts'
import { openDeskDoor, sendReply } from './desk-door.ts'

interface Answer {
  readonly status: number
  readonly body: unknown
}

async function ask(relay: AmazonRelay, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${relay.httpUrl}${path}`, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  return { status: response.status, body: await response.json() }
}

test('a whole conversation is played over HTTP', async () => {
  await using desk = await openDeskDoor()
  await using relay = await startAmazonRelay()
  const { host, port } = desk.door

  await ask(relay, 'PUT', '/desk', { host, port, mailbox: 'a@shop.example', approvedSenders: ['b@shop.example'] })
  const played = await ask(relay, 'POST', '/play', { buyers: ['late-parcel'] })
  await relay.settled()
  const buyer = desk.received[0]?.mail.from?.address ?? ''
  await sendReply(relay, { to: buyer, from: 'b@shop.example', text: 'Es ist unterwegs.' })
  const inbox = await ask(relay, 'GET', `/inbox?to=${buyer}`)
  const elsewhere = await ask(relay, 'GET', '/inbox?to=nobody@marketplace.amazon.de')
  const deliveries = await ask(relay, 'GET', '/deliveries')

  assert.deepEqual(played, {
    status: 200,
    body: [
      {
        key: 'late-parcel',
        topic: 'A parcel is a week late',
        name: 'Ottilie Brandwein',
        orderId: '302-0000417-0001201',
        relayAddress: buyer,
        mailId: desk.received[0]?.mail.messageId,
      },
    ],
  })
  assert.deepEqual(desk.received[0]?.envelope.to, ['a@shop.example'])
  assert.partialDeepStrictEqual(inbox.body, [{ from: 'b@shop.example', to: buyer, text: 'Es ist unterwegs.\n' }])
  assert.deepEqual(elsewhere.body, [])
  assert.partialDeepStrictEqual(deliveries.body, [{ kind: 'buyer-message', state: 'delivered', code: 250 }])
})

test('a buyer of one’s own making has the tokens one gave', async () => {
  await using relay = await startAmazonRelay()
  const tokens = { alias: 'petra0beispiel', threadToken: 'ATHREAD', messageToken: 'AMESSAGE' }

  const { status, body } = await ask(relay, 'POST', '/buyers', {
    name: 'Petra Beispiel',
    text: 'Hallo',
    marketplace: 'A1PA6795UKMFR9',
    caseId: '11111111-2222-4333-8444-555555555555',
    sentAt: '2026-11-23T09:00:00+01:00',
    ...tokens,
  })

  assert.equal(status, 200)
  assert.partialDeepStrictEqual(body, {
    ...tokens,
    relayAddress: 'petra0beispiel+11111111-2222-4333-8444-555555555555@marketplace.amazon.de',
  })
})

test('modes are set for everybody and for one buyer, and answered in full', async () => {
  await using relay = await startAmazonRelay()
  const { alias } = await relay.send({ name: 'Petra Beispiel', text: 'Hallo' })

  const all = await ask(relay, 'PUT', '/mode', { copies: true })
  const one = await ask(relay, 'PUT', `/buyers/${alias}/mode`, { answers: 'bounce' })

  assert.deepEqual(all.body, {
    copies: true,
    copiesName: 'order',
    answers: 'deliver',
    unapproved: 'reject',
    talkative: false,
  })
  assert.deepEqual(one.body, {
    copies: true,
    copiesName: 'order',
    answers: 'bounce',
    unapproved: 'reject',
    talkative: false,
  })
})

test('tells its DKIM record, its health and its dozen', async () => {
  await using relay = await startAmazonRelay()

  const dkim = await ask(relay, 'GET', '/dkim')
  const health = await ask(relay, 'GET', '/healthz')
  const buyers = await ask(relay, 'GET', '/buyers')

  assert.deepEqual(dkim.body, relay.dkimRecord())
  assert.deepEqual(health, { status: 200, body: { status: 'ok' } })
  assert.ok(Array.isArray(buyers.body) && buyers.body.length === 12)
})

test('a body that is not understood gets 400 and a sentence', async () => {
  await using relay = await startAmazonRelay()

  assert.deepEqual(await ask(relay, 'PUT', '/desk', { host: '127.0.0.1', port: 'x' }), {
    status: 400,
    body: { error: '`port` is not understood: Invalid input: expected number, received string.' },
  })
  assert.deepEqual(await ask(relay, 'POST', '/buyers', { name: 'A', text: 'B', orderId: '1' }), {
    status: 400,
    body: { error: '`orderId` is not understood: must look like 123-1234567-1234567.' },
  })
  assert.deepEqual(await ask(relay, 'POST', '/buyers', { name: 'A', text: 'B', marketplace: 'xx' }), {
    status: 400,
    body: { error: 'There is no such marketplace. Name one like "de" or its id.' },
  })
})

test('an unknown buyer of the dozen gets 400 and the names of all', async () => {
  await using relay = await startAmazonRelay()

  const { status, body } = await ask(relay, 'POST', '/play', { buyers: ['nobody'] })

  assert.equal(status, 400)
  assert.match(JSON.stringify(body), /late-parcel, wrong-item/u)
  assert.deepEqual(relay.deliveries(), [])
})

test('an unknown path and an unknown alias get 404', async () => {
  await using relay = await startAmazonRelay()

  assert.equal((await ask(relay, 'GET', '/nothing')).status, 404)
  assert.equal((await ask(relay, 'PUT', '/buyers/x0123456789/mode', { copies: true })).status, 404)
})

test('a body beyond a million bytes is refused while it comes in', async () => {
  await using relay = await startAmazonRelay()

  const { status, body } = await ask(relay, 'POST', '/buyers', { name: 'A', text: 'B'.repeat(1_100_000) })

  assert.deepEqual([status, body], [400, { error: 'The body is larger than 1000000 bytes.' }])
})

test('a page in a browser cannot slip it a body', async () => {
  await using relay = await startAmazonRelay()

  const response = await fetch(`${relay.httpUrl}/mode`, { method: 'PUT', body: '{"answers":"reject"}' })

  assert.equal(response.status, 400)
})
