import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../base/bytes.ts'
import { readMail } from './read-mail.ts'

const MAIL =
  'From: a@example.com\r\nSubject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\nText\r\n' +
  '--b\r\nContent-Type: application/pdf; name=a.pdf\r\n\r\n%PDF-\r\n--b--\r\n'

describe('the digest of a mail', () => {
  it('is the same on another way, with other line ends and headers that were added', async () => {
    const moved = `Received: from a by b; Tue, 24 Nov 2026 10:00:00 +0000\r\nX-Spam: no\r\n${MAIL}`

    assert.equal(await digestOf(moved), await digestOf(MAIL))
    assert.equal(await digestOf(MAIL.replaceAll('\r\n', '\n')), await digestOf(MAIL))
  })

  it('is another one as soon as anything is said differently', async () => {
    const others = [
      MAIL.replace('Text', 'Test'),
      MAIL.replace('Subject: x', 'Subject: y'),
      MAIL.replace('a@', 'b@'),
      MAIL.replace('%PDF-', '%PDF+'),
      MAIL.replace('a.pdf', 'b.pdf'),
      `Message-ID: <1@example.com>\r\n${MAIL}`,
      `Date: Tue, 24 Nov 2026 10:00:00 +0000\r\n${MAIL}`,
      `X-Space-Notification-Type: X\r\n${MAIL}`,
    ]
    const digests = await Promise.all([MAIL, ...others].map(digestOf))

    assert.equal(new Set(digests).size, others.length + 1)
  })
})

async function digestOf(mail: string): Promise<string> {
  const { digest } = await readMail(utf8(mail))
  return digest
}
