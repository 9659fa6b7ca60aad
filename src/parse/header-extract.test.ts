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

  it('shows bytes that are no UTF-8 as replacements and no control characters', () => {
    assert.equal(headerExtract(new Uint8Array([0x41, 0xff, 0x00, 0x42])), 'A\ufffdB')
  })
})
