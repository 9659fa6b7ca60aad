import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromUtf8 } from '../../src/base/bytes.ts'
import { Fault } from '../../src/base/fault.ts'
import { DOOR_LIMITS, type Door, type DoorMail, type DoorOptions, openDoor } from '../../src/channel/mail/door.ts'
import { SmtpClient } from './smtp-client.ts'

const MAIL = 'From: a@example.com\r\n\r\nHello\r\n'
const ENVELOPE = ['MAIL FROM:<a@example.com>', 'RCPT TO:<desk@shop.example>'] as const

describe('the mail door', () => {
  it('answers 250 once the mail is stored, and hands over its exact bytes', async () => {
    const received: DoorMail[] = []
    await using door = await open({ receive: keep(received) })
    using client = await greeted(door)
    await client.sayAll(...ENVELOPE, 'DATA')

    assert.match(await client.say('Subject: x\r\n\r\n..dotted\r\nend\r\n.'), /^250 /u)
    assert.equal(received[0]?.recipient, 'desk@shop.example')
    assert.equal(received[0] && fromUtf8(received[0].bytes), 'Subject: x\r\n\r\n.dotted\r\nend\r\n')
  })

  it('does not answer before the mail is stored', async () => {
    const storing = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const events: string[] = []
    await using door = await open({
      receive: async () => {
        asked.resolve()
        await storing.promise
        events.push('stored')
        return { kind: 'stored' }
      },
    })
    using client = await greeted(door)
    await client.sayAll(...ENVELOPE, 'DATA')
    const answered = client.say(`${MAIL}.`).then(() => events.push('answered'))
    await asked.promise
    storing.resolve()
    await answered

    assert.deepEqual(events, ['stored', 'answered'])
  })

  it('takes several mails over one connection', async () => {
    const received: DoorMail[] = []
    await using door = await open({ receive: keep(received) })
    using client = await greeted(door)
    for (let count = 0; count < 12; count += 1) await client.sayAll(...ENVELOPE, 'DATA', `${MAIL}.`)

    assert.equal(received.length, 12)
  })

  it('asks for recipients in lower case and refuses an unknown one with 550', async () => {
    const asked: string[] = []
    await using door = await open({
      isKnown: async (address) => {
        asked.push(address)
        return false
      },
    })
    using client = await greeted(door)

    assert.match(await client.sayAll(ENVELOPE[0], 'RCPT TO:<Nobody@Shop.Example>'), /^550 /u)
    assert.deepEqual(asked, ['nobody@shop.example'])
  })

  it('answers 451 when it cannot be told whether a recipient is known', async () => {
    await using door = await open({ isKnown: () => Promise.reject(new Error('database gone')) })
    using client = await greeted(door)

    assert.match(await client.sayAll(...ENVELOPE), /^451 /u)
  })

  it('takes one recipient a mail and answers the next with 452', async () => {
    await using door = await open()
    using client = await greeted(door)

    assert.match(await client.sayAll(...ENVELOPE, 'RCPT TO:<second@shop.example>'), /^452 /u)
  })

  it('refuses a mail that announces too many bytes with 552', async () => {
    await using door = await open({ maxBytes: 1_000 })
    using client = await greeted(door)

    assert.match(await client.say('MAIL FROM:<a@example.com> SIZE=1001'), /^552 /u)
  })

  it('refuses a mail that turns out too large with 552, without handing it over', async () => {
    const received: DoorMail[] = []
    await using door = await open({ maxBytes: 1_000, receive: keep(received) })
    using client = await greeted(door)
    await client.sayAll(...ENVELOPE, 'DATA')
    const line = `${'x'.repeat(70)}\r\n`

    assert.match(await client.say(`${line.repeat(100_000)}.`), /^552 /u)
    assert.deepEqual(received, [])
    assert.match(await client.sayAll(...ENVELOPE, 'DATA', `${MAIL}.`), /^250 /u)
  })

  it('takes a mail of exactly the largest size', async () => {
    await using door = await open({ maxBytes: MAIL.length })
    using client = await greeted(door)

    assert.match(await client.sayAll(...ENVELOPE, 'DATA', `${MAIL}.`), /^250 /u)
  })

  it('answers 451 when storing fails, and tells of the error', async () => {
    const errors: unknown[] = []
    const fault = new Fault('database.unreachable')
    await using door = await open({ receive: () => Promise.reject(fault), onError: (error) => errors.push(error) })
    using client = await greeted(door)

    assert.match(await client.sayAll(...ENVELOPE, 'DATA', `${MAIL}.`), /^451 /u)
    assert.deepEqual(errors, [fault])
  })

  it('answers 451 when the mail should come again later', async () => {
    await using door = await open({ receive: async () => ({ kind: 'try-later' }) })
    using client = await greeted(door)

    assert.match(await client.sayAll(...ENVELOPE, 'DATA', `${MAIL}.`), /^451 /u)
  })

  it('refuses a mail with the code and the sentence it is given, on one line', async () => {
    await using door = await open({
      receive: async () => ({ kind: 'refused', code: 552, sentence: 'Too\r\n250 complex' }),
    })
    using client = await greeted(door)

    assert.equal(await client.sayAll(...ENVELOPE, 'DATA', `${MAIL}.`), '552 Too 250 complex')
  })

  it('hands over nothing of a mail whose connection breaks, and goes on', async () => {
    const received: DoorMail[] = []
    const errors: unknown[] = []
    await using door = await open({ receive: keep(received), onError: (error) => errors.push(error) })
    {
      using broken = await greeted(door)
      await broken.sayAll(...ENVELOPE, 'DATA')
      broken.write('Subject: half a mail\r\n')
    }
    using client = await greeted(door)

    assert.match(await client.sayAll(...ENVELOPE, 'DATA', `${MAIL}.`), /^250 /u)
    assert.equal(received.length, 1)
    assert.deepEqual(errors, [])
  })

  it('answers a connection too many with 421', async () => {
    await using door = await open()
    using clients = new DisposableStack()
    for (let count = 0; count < DOOR_LIMITS.connections; count += 1) clients.use(await greeted(door))
    using extra = await SmtpClient.open(door.port)

    assert.equal(await extra.say('EHLO client.example'), 'closed')
  })

  it('offers neither a login nor, on loopback, encryption', async () => {
    await using door = await open()
    using client = await SmtpClient.open(door.port)
    const offers = await client.say('EHLO client.example')

    assert.doesNotMatch(offers, /AUTH|STARTTLS/u)
    assert.match(offers, /SIZE 10000/u)
  })
})

describe('the LMTP door', () => {
  it('answers for the one recipient of a mail', async () => {
    await using door = await open({ protocol: 'lmtp' })
    using client = await SmtpClient.open(door.port)
    await client.say('LHLO client.example')

    assert.match(await client.sayAll(...ENVELOPE, 'DATA', `${MAIL}.`), /^250 /u)
    assert.match(await client.say('NOOP'), /^250 /u)
  })

  it('answers 451 when storing fails', async () => {
    await using door = await open({ protocol: 'lmtp', receive: () => Promise.reject(new Error('disk full')) })
    using client = await SmtpClient.open(door.port)
    await client.say('LHLO client.example')

    assert.match(await client.sayAll(...ENVELOPE, 'DATA', `${MAIL}.`), /^451 /u)
  })
})

describe('opening and closing the door', () => {
  it('refuses to listen beyond loopback without TLS', async () => {
    await assert.rejects(open({ host: '0.0.0.0' }), hasCode('config.invalid'))
  })

  it('refuses a port that is taken', async () => {
    await using door = await open()

    await assert.rejects(open({ port: door.port }), hasCode('config.invalid'))
  })

  it('waits for the mail being stored, answers it, and takes no other', async () => {
    const storing = Promise.withResolvers<void>()
    const asked = Promise.withResolvers<void>()
    const door = await open({
      receive: async () => {
        asked.resolve()
        await storing.promise
        return { kind: 'stored' }
      },
    })
    using busy = await greeted(door)
    using idle = await greeted(door)
    await busy.sayAll(...ENVELOPE, 'DATA')
    const answered = busy.say(`${MAIL}.`)
    await asked.promise
    const closed = door[Symbol.asyncDispose]()
    const refused = await idle.say(ENVELOPE[0])
    storing.resolve()

    assert.match(refused, /^421 /u)
    assert.match(await answered, /^250 /u)
    await closed
    assert.equal(await busy.answer(), 'closed')
  })
})

function open(wishes: Partial<DoorOptions> = {}): Promise<Door> {
  return openDoor({
    host: '127.0.0.1',
    port: 0,
    protocol: 'smtp',
    maxBytes: 10_000,
    isKnown: async () => true,
    receive: async () => ({ kind: 'stored' }),
    ...wishes,
  })
}

async function greeted(door: Door): Promise<SmtpClient> {
  const client = await SmtpClient.open(door.port)
  await client.say('EHLO client.example')
  return client
}

function keep(received: DoorMail[]): DoorOptions['receive'] {
  return async (mail) => {
    received.push(mail)
    return { kind: 'stored' }
  }
}

function hasCode(code: string) {
  return (error: unknown) => error instanceof Fault && error.code === code
}
