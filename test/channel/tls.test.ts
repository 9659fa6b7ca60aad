import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fromUtf8 } from '../../src/base/bytes.ts'
import { type Door, type DoorMail, openDoor } from '../../src/channel/mail/door.ts'
import { openSmtpOut } from '../../src/channel/mail/smtp-out.ts'
import { readMail } from '../../src/parse/read-mail.ts'
import { clearedReply } from './cleared-reply.ts'
import { SmtpClient } from './smtp-client.ts'
import { testCertificate } from './test-certificate.ts'

const AT = new Date('2026-11-24T09:30:00.000Z')
/** Loopback, spelled so that neither side takes it for loopback. */
const MAPPED = '::ffff:127.0.0.1'

describe('the door with a certificate', () => {
  it('takes no mail before STARTTLS', async () => {
    await using door = await openKeepingDoor([], 'certificate')
    using client = await SmtpClient.open(door.port)

    assert.match(await client.say('EHLO client.example'), /STARTTLS/u)
    assert.match(await client.say('MAIL FROM:<a@example.com>'), /^530 /u)
  })
})

describe('the way out', () => {
  it('hands a reply to the door word for word', async () => {
    const received: DoorMail[] = []
    await using door = await openKeepingDoor(received, 'none')
    const out = openSmtpOut({ host: '127.0.0.1', port: door.port })
    const outcome = await out.deliver(clearedReply({ body: 'Grüße\n.\n..und mehr' }), AT)
    const mail = received[0] && (await readMail(received[0].bytes))

    assert.equal(outcome.kind, 'accepted')
    assert.equal(received[0]?.recipient, 'alias0001@marketplace.amazon.de')
    assert.match(mail?.body ?? '', /^Grüße\n\.\n\.\.und mehr\n/u)
    assert.match(received[0] ? fromUtf8(received[0].bytes) : '', /^From: desk@shop\.example\r\n/u)
  })

  it('sends nothing to a server whose certificate nobody vouches for', async () => {
    const received: DoorMail[] = []
    await using door = await openKeepingDoor(received, 'certificate')
    const out = openSmtpOut({ host: MAPPED, port: door.port })

    assert.deepEqual(await out.verify(), { ok: false, reason: 'no-tls', code: undefined })
    assert.deepEqual(await out.deliver(clearedReply(), AT), { kind: 'try-later', code: undefined })
    assert.deepEqual(received, [])
  })
})

function openKeepingDoor(received: DoorMail[], tls: 'certificate' | 'none'): Promise<Door> {
  return openDoor({
    host: '127.0.0.1',
    port: 0,
    protocol: 'smtp',
    maxBytes: 100_000,
    ...(tls === 'certificate' ? { tls: testCertificate() } : {}),
    isKnown: async () => true,
    receive: async (mail) => {
      received.push(mail)
      return { kind: 'stored' }
    },
  })
}
