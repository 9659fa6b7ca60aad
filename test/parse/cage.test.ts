import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { utf8 } from '../../src/base/bytes.ts'
import { Fault } from '../../src/base/fault.ts'
import { type Cage, openCage } from '../../src/parse/cage.ts'

const ORDINARY = utf8('From: Ada <alias0001@marketplace.amazon.de>\nSubject: Hello\n\nWhere is it?\n')
const TOO_COMPLEX = { ok: false, reason: 'too-complex' }

describe('the cage', () => {
  it('reads a mail into plain values', async () => {
    await using cage = openCage({ workers: 1 })
    const outcome = await cage.parse(ORDINARY)

    assert.equal(outcome.ok && outcome.mail.subject, 'Hello')
    assert.equal(outcome.ok && outcome.mail.body, 'Where is it?\n')
  })

  it('leaves the bytes with the caller, who may need them again', async () => {
    await using cage = openCage({ workers: 1 })
    const bytes = utf8('From: a@example.com\n\nHi')
    await cage.parse(bytes)

    assert.equal(bytes.length, 23)
  })

  it('reads more mails than it has workers', async () => {
    await using cage = openCage({ workers: 2 })
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => cage.parse(ORDINARY)))

    assert.ok(outcomes.every((outcome) => outcome.ok))
  })

  it('rejects when no worker can be started, since that says nothing of the mail', async () => {
    await using cage = openCage({ workers: 1, memoryMb: 1 })

    await assert.rejects(cage.parse(ORDINARY), (error) => error instanceof Fault && error.code === 'bug')
  })

  it('finishes the mails it was given before it closes, and takes no more', async () => {
    const cage = openCage({ workers: 1 })
    const given = [cage.parse(ORDINARY), cage.parse(ORDINARY)]
    await cage[Symbol.asyncDispose]()

    assert.deepEqual(
      (await Promise.all(given)).map((outcome) => outcome.ok),
      [true, true],
    )
    await assert.rejects(cage.parse(ORDINARY), (error) => error instanceof Fault && error.code === 'bug')
  })
})

describe('a hostile mail', () => {
  it('of 200,000 parts is refused, and the next is read as usual', async () => {
    await using cage = openCage({ workers: 1 })
    const mail = utf8(`From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(200_000)}`)

    await refusesAndGoesOn(cage, mail)
  })

  it('of 50,000 headers is refused, and the next is read as usual', async () => {
    await using cage = openCage({ workers: 1 })

    await refusesAndGoesOn(cage, utf8(`From: a@example.com\n${'X-A: b\n'.repeat(50_000)}\n`))
  })

  it('of 500 nested parts is refused, and the next is read as usual', async () => {
    await using cage = openCage({ workers: 1 })
    const levels = Array.from(
      { length: 500 },
      (_, at) => `Content-Type: multipart/mixed; boundary=b${at}\n\n--b${at}\n`,
    )

    await refusesAndGoesOn(cage, utf8(`From: a@example.com\n${levels.join('')}\n`))
  })

  it('that takes too long is killed, and the next is read as usual', async () => {
    await using cage = openCage({ workers: 1, cpuMs: 1_000 })
    const html = `${'<table><tr><td>'.repeat(40_000)}${'<ul><li>'.repeat(100_000)}`

    await refusesAndGoesOn(cage, utf8(`From: a@example.com\nContent-Type: text/html\n\n${html}`))
  })

  it('that takes too much memory is killed, and the next is read as usual', async () => {
    await using cage = openCage({ workers: 1, memoryMb: 128, cpuMs: 60_000 })

    await refusesAndGoesOn(cage, utf8(`From: a@example.com\n\n${'words\n'.repeat(3_000_000)}`))
  })

  it('of 20 MB of base64 is read', async () => {
    await using cage = openCage({ workers: 1 })
    const base64 = `${'QUJD'.repeat(19)}\n`.repeat(260_000)
    const outcome = await cage.parse(
      utf8(
        `From: a@example.com\nContent-Type: application/pdf; name=a.pdf\nContent-Transfer-Encoding: base64\n\n${base64}`,
      ),
    )

    const [file] = outcome.ok ? outcome.mail.attachments : []
    assert.equal(file?.name, 'a.pdf')
    assert.equal(file.content.length, 14_820_000)
    assert.equal(Buffer.from(file.content.subarray(-3)).toString(), 'ABC')
  })

  it('full of NULs is read without them', async () => {
    await using cage = openCage({ workers: 1 })
    const outcome = await cage.parse(utf8(`From: a@example.com\nSubject: a\u0000b\n\n${'\u0000x'.repeat(10)}`))

    assert.equal(outcome.ok && outcome.mail.subject, 'a b')
    assert.equal(outcome.ok && outcome.mail.body, `${'x'.repeat(10)}\n`)
  })

  it('with two authors’ headers shows its headers and no text', async () => {
    await using cage = openCage({ workers: 1 })
    const outcome = await cage.parse(utf8('From: a@example.com\nFrom: b@example.com\n\nText'))

    assert.deepEqual(outcome, {
      ok: false,
      reason: 'repeated-headers',
      headers: 'From: a@example.com\nFrom: b@example.com',
      digest: createHash('sha256').update('From: a@example.com\nFrom: b@example.com\n\nText').digest('hex'),
    })
  })
})

async function refusesAndGoesOn(cage: Cage, mail: Uint8Array): Promise<void> {
  const { headers, digest: _digest, ...refused } = { headers: '', digest: '', ...(await cage.parse(mail)) }
  assert.deepEqual(refused, TOO_COMPLEX)
  assert.match(headers, /^From: a@example\.com/u)
  assert.equal((await cage.parse(ORDINARY)).ok, true)
}
