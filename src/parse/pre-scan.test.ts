import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../base/bytes.ts'
import { MAIL_LIMITS, MAIL_MAX_BYTES, preScan } from './pre-scan.ts'

const TOO_COMPLEX = { ok: false, reason: 'too-complex' }
const REPEATED = { ok: false, reason: 'repeated-headers' }

describe('preScan', () => {
  it('lets an ordinary mail pass', () => {
    assert.deepEqual(scan('From: a@example.com\r\nTo: b@example.com\r\n\r\nHello\r\n'), { ok: true })
  })

  it('lets an empty mail pass, since the parser is safe with it', () => {
    assert.deepEqual(scan(''), { ok: true })
  })

  it('refuses a mail one byte over the size limit', () => {
    assert.deepEqual(preScan(new Uint8Array(MAIL_MAX_BYTES + 1)), TOO_COMPLEX)
  })

  it('refuses more header bytes than the limit in one block', () => {
    assert.deepEqual(scan(`X-A: ${'a'.repeat(MAIL_LIMITS.headerBytes)}\n\nbody`), TOO_COMPLEX)
  })

  it('refuses more header bytes than the limit spread over the parts', () => {
    const part = `--b\nX-A: ${'a'.repeat(1_000)}\n\ntext\n`

    assert.deepEqual(scan(`Content-Type: multipart/mixed; boundary=b\n\n${part.repeat(140)}`), TOO_COMPLEX)
  })

  it('refuses more lines that may divide parts than the limit', () => {
    const allowed = `Content-Type: multipart/mixed; boundary=b\n\n${'--b\n\n'.repeat(MAIL_LIMITS.boundaryLines)}`

    assert.deepEqual(scan(allowed), { ok: true })
    assert.deepEqual(scan(`${allowed}--b\n\n`), TOO_COMPLEX)
  })

  it('counts dashed lines of a boundary it cannot read', () => {
    const type = "Content-Type: multipart/mixed; boundary*0=b; boundary*1='c'"

    assert.deepEqual(scan(`${type}\n\n${'--bc\n\n'.repeat(MAIL_LIMITS.boundaryLines + 1)}`), TOO_COMPLEX)
  })

  it('refuses parts nested deeper than the limit', () => {
    assert.deepEqual(scan(nested(MAIL_LIMITS.nesting)), { ok: true })
    assert.deepEqual(scan(nested(MAIL_LIMITS.nesting + 1)), TOO_COMPLEX)
  })

  it('does not take parts beside each other for nested ones', () => {
    const inner = '--a\nContent-Type: multipart/alternative; boundary=b\n\n--b\n\nx\n--b--\n'

    assert.deepEqual(scan(`Content-Type: multipart/mixed; boundary=a\n\n${inner.repeat(30)}--a--\n`), { ok: true })
  })

  it('refuses a second From', () => {
    assert.deepEqual(scan('From: a@example.com\nFrom: b@example.com\n\n'), REPEATED)
  })

  it('refuses a second Subject in other letters and with blanks before the colon', () => {
    assert.deepEqual(scan('Subject: one\nSUBJECT : two\n\n'), REPEATED)
  })

  it('refuses a second name whose colon stands on the next line', () => {
    assert.deepEqual(scan('Date: x\nDate\n : y\n\n'), REPEATED)
  })

  it('refuses a second name behind a line that looks like a boundary not yet in force', () => {
    assert.deepEqual(
      scan('From: a@example.com\nContent-Type: multipart/mixed; boundary=b\n--b\nFrom: c@example.com\n\n'),
      REPEATED,
    )
  })

  it('takes no notice of names inside folded lines, parts and text', () => {
    const folded = 'Subject: one\n From: two\n'
    const parts = 'Content-Type: multipart/mixed; boundary="b"\n\nFrom: x\n--b\nSubject: y\n\nSubject: z\n--b--\n'

    assert.deepEqual(scan(`From: a@example.com\n${folded}${parts}`), { ok: true })
  })
})

function scan(mail: string) {
  return preScan(utf8(mail))
}

function nested(depth: number): string {
  const levels = Array.from(
    { length: depth },
    (_, at) => `Content-Type: multipart/mixed; boundary="b${at}"\n\n--b${at}\n`,
  )
  return `${levels.join('')}\ntext\n`
}
