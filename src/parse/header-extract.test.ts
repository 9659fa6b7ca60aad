import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../base/bytes.ts'
import { EXTRACT_BYTES, headerExtract } from './header-extract.ts'

describe('headerExtract', () => {
  it('shows the headers and nothing of the text', () => {
    assert.equal(
      headerExtract(utf8('From: a@example.com\r\nSubject: x\r\n\r\nText')),
      'From: a@example.com\nSubject: x',
    )
  })

  it('shows 4 kB at most', () => {
    assert.equal(headerExtract(utf8('x'.repeat(EXTRACT_BYTES + 1))).length, EXTRACT_BYTES)
  })

  it('leaves out the header that is cut', () => {
    assert.equal(headerExtract(utf8(`Subject: x\nX-Long: ${'4111 '.repeat(EXTRACT_BYTES)}`)), 'Subject: x')
  })

  it('shows bytes that are no UTF-8 as replacements and no control characters', () => {
    assert.equal(headerExtract(new Uint8Array([0x41, 0xff, 0x00, 0x42])), 'A\ufffdB')
  })

  it('shows encoded words as what they say, so that what they say can be taken out, and each header on one line', () => {
    const word = (text: string, charset = 'utf-8'): string => `=?${charset}?B?${Buffer.from(text).toString('base64')}?=`

    assert.equal(headerExtract(utf8(`Subject: ${word('Karte 4111')}\n ${word(' 1111')}`)), 'Subject: Karte 4111 1111')
    assert.equal(headerExtract(utf8('Subject: =?utf-8?Q?4111=201111?=')), 'Subject: 4111 1111')
    assert.equal(headerExtract(utf8(`Subject: ${word('a\r\nFrom: b')}`)), 'Subject: a From: b')
    assert.equal(headerExtract(utf8('To: a,\n\tb')), 'To: a, b')
  })

  it('leaves out what is encoded and cannot be read', () => {
    const cut = `Subject: ${'x'.repeat(EXTRACT_BYTES - 30)}=?utf-8?B?NDExMSAxMTExIDExMTEg`

    assert.match(headerExtract(utf8(cut)), /^Subject: x+\[…\]$/u)
    assert.equal(
      headerExtract(utf8("Content-Type: text/plain; charset=a; name*0*=utf-8''4111%20; name*1*=1111\nX: y")),
      'Content-Type: text/plain; charset=a; […]\nX: y',
    )
  })
})
