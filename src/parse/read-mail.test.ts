import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../base/bytes.ts'
import { readMail } from './read-mail.ts'
import { TooComplex } from './mime/too-complex.ts'

describe('readMail', () => {
  it('gives the headers as plain values, Message-IDs with their brackets', async () => {
    const mail = await read(
      'From: "Ada B." <Alias0001@marketplace.amazon.de>\nTo: desk@example.com, b@example.com\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\n' +
        'Date: Tue, 24 Nov 2026 10:00:00 +0100\nMessage-ID: <m-1@example.com>\nIn-Reply-To: <r-1@example.com>\n' +
        'References: <a@example.com>\n <r-1@example.com>\nX-Space-Notification-Type: T\nX-Marketplace-ID: A1\nReceived: from a by b with SMTP;\n Tue, 24 Nov 2026 10:00:05 +0100 (CET)\n' +
        'Received: from c by a; Tue, 24 Nov 2026 10:00:03 +0100\nAuthentication-Results: mx.example.com;\n dkim=none\n\nHi\n',
    )

    assert.deepEqual(mail, {
      mailId: '<m-1@example.com>',
      inReplyTo: '<r-1@example.com>',
      references: ['<a@example.com>', '<r-1@example.com>'],
      from: { address: 'Alias0001@marketplace.amazon.de', name: 'Ada B.' },
      to: ['desk@example.com', 'b@example.com'],
      date: new Date('2026-11-24T09:00:00.000Z'),
      subject: 'Grüße',
      body: 'Hi\n',
      markedText: undefined,
      notificationType: 'T',
      marketplaceId: 'A1',
      deliveryReport: undefined,
      attachments: [],
      receivedAt: new Date('2026-11-24T09:00:05.000Z'),
      authenticationResults: ['mx.example.com; dkim=none'],
      signatures: [],
      digest: mail.digest,
    })
    assert.match(mail.digest, /^[0-9a-f]{64}$/u)
  })

  it('keeps line ends and control characters that were encoded out of header values', async () => {
    const mail = await read(
      'From: =?utf-8?Q?A=0D=0ABcc_x?= <a@example.com>\nSubject: =?utf-8?Q?one=0D=0ATo:_two=00=07?=\n\n',
    )

    assert.equal(mail.subject, 'one To: two')
    assert.equal(mail.from.name, 'A Bcc x')
  })

  it('gives no author when From names two', async () => {
    const mail = await read('From: alias0001@marketplace.amazon.de, other@example.com\n\n')

    assert.equal(mail.from.address, '')
  })

  it('unquotes a quoted local part into an address that no strict pattern takes', async () => {
    const mail = await read('From: "evil@example.com x"@marketplace.amazon.com\n\n')

    assert.doesNotMatch(mail.from.address, /^[a-z0-9]+@marketplace\.amazon\.com$/u)
  })

  it('takes the plain alternative before the HTML part, and the marked text beside it', async () => {
    const mail = await read(
      multipart(
        'alternative',
        ['text/plain', 'plain'],
        ['text/html', '<p>Preamble</p><pre style="white-space: -o-pre-wrap">marked</pre>'],
      ),
    )

    assert.equal(mail.body, 'plain\n')
    assert.equal(mail.markedText, 'marked')
  })

  it('makes text of an HTML part alone', async () => {
    const mail = await read('From: a@example.com\nContent-Type: text/html\n\n<p>One</p><p>Two &amp; three</p>')

    assert.equal(mail.body, 'One\n\nTwo & three')
  })

  it('lists a mail inside a mail as an attachment and keeps its words apart', async () => {
    const mail = await read(
      multipart('mixed', ['text/plain', 'outer'], ['message/rfc822', 'From: b@example.com\n\ninner']),
    )

    assert.equal(mail.body, 'outer\n')
    const [inner] = mail.attachments
    assert.equal(inner?.type, 'message/rfc822')
    assert.equal(Buffer.from(inner.content).toString(), 'From: b@example.com\n\ninner\n')
  })

  it('keeps control characters out of the text', async () => {
    const mail = await read('From: a@example.com\n\na\u0000b\u0007c')

    assert.equal(mail.body, 'abc\n')
  })

  it('refuses parts nested deeper than the limit, in a spelling the pre-scan cannot read', async () => {
    const levels = Array.from(
      { length: 25 },
      (_, at) => `Content-Type: multipart/mixed; boundary*=utf-8''b${at}\n\n--b${at}\n`,
    )

    await assert.rejects(read(`From: a@example.com\n${levels.join('')}\ntext`), TooComplex)
  })
})

function read(mail: string) {
  return readMail(utf8(mail))
}

function multipart(kind: string, ...parts: readonly (readonly [type: string, text: string])[]): string {
  const written = parts.map(([type, text]) => `--b\nContent-Type: ${type}\n\n${text}\n`)
  return `From: a@example.com\nContent-Type: multipart/${kind}; boundary=b\n\n${written.join('')}--b--\n`
}
