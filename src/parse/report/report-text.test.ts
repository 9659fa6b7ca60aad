import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { concat, utf8 } from '../../base/bytes.ts'
import { encodingOf, reportTexts } from './report-text.ts'

const HEADER = 'amazon-order-id\tsales-channel\tproduct-name\n'

/** Text in UTF-16, as spreadsheets save it. */
function utf16(text: string, isBigEndian: boolean): Uint8Array {
  const bytes = new Uint8Array(text.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < text.length; at += 1) view.setUint16(at * 2, text.charCodeAt(at), !isBigEndian)
  return bytes
}

function textOf(bytes: Uint8Array): string {
  return [...reportTexts(bytes, encodingOf(bytes))].join('')
}

describe('reportTexts', () => {
  it('reads UTF-8, with its mark and without', () => {
    const text = `${HEADER}028-0000001-0000001\tAmazon.de\tGroße Lampe – 灯\n`

    assert.equal(textOf(utf8(text)), text)
    assert.equal(textOf(utf8(`\uFEFF${text}`)), text)
  })

  it('reads UTF-16, with its mark and without', () => {
    const text = `${HEADER}028-0000001-0000001\tAmazon.de\tGroße Lampe\n`

    const written = [utf16(`\uFEFF${text}`, false), utf16(`\uFEFF${text}`, true), utf16(text, false), utf16(text, true)]

    assert.deepEqual(
      written.map(textOf),
      written.map(() => text),
    )
  })

  it('reads the Windows writing of the west', () => {
    const bytes = concat(utf8(`${HEADER}028-0000001-0000001\tAmazon.de\tGro`), new Uint8Array([0xdf]), utf8('e Lampe'))

    assert.match(textOf(bytes), /Große Lampe$/u)
  })

  it('reads the Japanese writing where the report is of Japan', () => {
    const name = new Uint8Array([0x83, 0x89, 0x83, 0x93, 0x83, 0x76])
    const bytes = concat(utf8(`${HEADER}503-0000001-0000001\tAmazon.co.jp\t`), name)

    assert.equal(encodingOf(bytes), 'shift_jis')
    assert.match(textOf(bytes), /ランプ$/u)
  })

  it('joins a letter that two slices share', () => {
    const text = HEADER + 'ü'.repeat(50_000)

    assert.equal(textOf(utf8(text)), text)
  })
})
