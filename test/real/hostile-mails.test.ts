import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { utf8 } from '../../src/base/bytes.ts'
import { type Cage, openCage } from '../../src/parse/cage.ts'
import { HOSTILE_FILES } from '../parse/hostile/hostile-files.ts'
import { HOSTILE_HEADERS } from '../parse/hostile/hostile-headers.ts'
import type { HostileMail } from '../parse/hostile/hostile-mail.ts'
import { HOSTILE_STRUCTURES } from '../parse/hostile/hostile-structures.ts'
import { HOSTILE_TEXTS } from '../parse/hostile/hostile-texts.ts'
import { complaints, costOf } from '../parse/hostile/measured.ts'

const ORDINARY = utf8('From: Ada <alias0001@marketplace.amazon.de>\nSubject: Hello\n\nWhere is it?\n')
const KEYS = new Map([['amz._domainkey.amazon.de', ['v=DKIM1; p=MFwwDQYJKoZIhvcNAQEBBQADSwAwSAJBAM']]])

describe('a hostile mail costs at most 5 s, 256 MB and 50 ms of the desk’s own time, and the next is read as usual', () => {
  let cage: Cage
  before(async () => {
    cage = openCage({ workers: 1 })
    await cage.parse(ORDINARY)
  })
  after(() => cage[Symbol.asyncDispose]())

  async function areBearable(mails: readonly HostileMail[]): Promise<void> {
    const found: string[] = []
    for (const mail of mails) {
      found.push(...complaints(mail, await costOf(cage, mail, KEYS)))
      const next = await cage.parse(ORDINARY)
      if (!next.ok || next.mail.body !== 'Where is it?\n') found.push(`${mail.name}: the next mail is not read`)
    }
    assert.deepEqual(found, [])
  }

  it('whatever its headers', async () => areBearable(HOSTILE_HEADERS))

  it('whatever its parts', async () => areBearable(HOSTILE_STRUCTURES))

  it('whatever its encodings and markup', async () => areBearable(HOSTILE_TEXTS))

  it('whatever its files', async () => areBearable(HOSTILE_FILES))

  it('wherever it is cut off', async () => areBearable(cutOff()))
})

/** A mail of many kinds of parts, cut off at every fortieth byte. */
function cutOff(): readonly HostileMail[] {
  const whole = WHOLE.join('\r\n')
  return Array.from({ length: Math.floor(whole.length / 40) }, (_, at) => ({
    name: `cut off at ${at * 40}`,
    bytes: () => Buffer.from(whole.slice(0, at * 40), 'latin1'),
    becomes: 'read' as const,
  }))
}

const WHOLE = [
  'DKIM-Signature: v=1; a=rsa-sha256; d=amazon.de; s=amz; h=from:subject; bh=YQ==; b=YQ==',
  'From: "A \\"B\\"" <a@example.com>',
  'Subject: =?utf-8?q?=C3=A4?= =?iso-8859-1?b?5A==?=',
  'Content-Type: multipart/mixed; boundary="b c"',
  '',
  '--b c',
  "Content-Type: text/plain; name*0*=utf-8''%c3; name*1*=%a4",
  'Content-Transfer-Encoding: quoted-printable',
  '',
  'a=C3=A4=',
  '--b c',
  'Content-Type: text/html',
  'Content-Transfer-Encoding: base64',
  '',
  'PHA+eDwvcD4=',
  '--b c',
  'Content-Type: message/rfc822',
  '',
  'From: b@example.com',
  '',
  '--b c--',
]
