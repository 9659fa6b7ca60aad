import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { utf8 } from '../base/bytes.ts'
import { preScan } from './pre-scan.ts'

/** Pieces that headers and parts are made of, and broken with. */
const PIECES = [
  'From',
  'from',
  'Subject',
  'Content-Type',
  ': ',
  ':',
  ' ',
  '\t',
  '\r',
  '\n',
  '\r\n',
  '\n\n',
  '--b\n',
  '--b--\n',
  '--c\n',
  'multipart/mixed; boundary=b',
  'multipart/mixed; boundary="c"',
  '\u0000',
  '\u00a0',
  'x',
]
const mails = fc.array(fc.constantFrom(...PIECES), { maxLength: 40 }).map((pieces) => pieces.join(''))
const SINGLE = ['from', 'subject']

describe('the pre-scan and the parser', () => {
  it('see the same headers: what the one lets pass, the other does not find repeated', async () => {
    await fc.assert(
      fc.asyncProperty(mails, async (mail) => {
        const { headers } = await PostalMime.parse(mail)
        const isRepeated = SINGLE.some((name) => headers.filter(({ key }) => key === name).length > 1)

        assert.equal(preScan(utf8(mail)).ok, !isRepeated)
      }),
      { numRuns: 2_000 },
    )
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => typeof preScan(bytes).ok === 'boolean'))
  })
})
