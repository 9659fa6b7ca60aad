import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { concat, utf8 } from '../../base/bytes.ts'
import { crlfPieces, withCrlf } from './crlf.ts'

describe('withCrlf', () => {
  it('ends every line in CRLF, and leaves a CR alone as it is', () => {
    const texts = fc.array(fc.constantFrom('\r', '\n', '\r\n', 'x')).map((parts) => parts.join(''))
    fc.assert(
      fc.property(texts, (text) => {
        assert.equal(Buffer.from(withCrlf(utf8(text))).toString(), text.replace(/(?<!\r)\n/gu, '\r\n'))
      }),
    )
  })
})

describe('crlfPieces', () => {
  it('tears no CRLF apart where two pieces meet', () => {
    const mail = utf8(`${'x'.repeat(64 * 1024 - 1)}\r\n${'y\n'.repeat(64 * 1024)}`)
    const whole = Buffer.from(concat(...crlfPieces(mail))).toString()

    assert.equal(
      whole,
      Buffer.from(mail)
        .toString()
        .replace(/(?<!\r)\n/gu, '\r\n'),
    )
  })
})
