import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { utf8 } from '../base/bytes.ts'
import { preScan } from './pre-scan.ts'

/** A line of a header or of what is broken to look like one: few choices each, so that repetitions are frequent. */
const line = fc
  .tuple(
    fc.constantFrom('', '', '', ' ', '\t', '\u00a0', '--b\n', '\n'),
    fc.constantFrom('From', 'from', 'Subject', 'Content-Type', 'x'),
    fc.constantFrom(':', ': ', ' :', '\t:', '\n :', '\n\t', ''),
    fc.constantFrom('', 'x', 'multipart/mixed; boundary=b', 'multipart/mixed; boundary="c"'),
    fc.constantFrom('\n', '\n', '\r\n', '\r\r\n', '\r', '\u2028'),
  )
  .map((pieces) => pieces.join(''))
const mails = fc.array(line, { maxLength: 6 }).map((lines) => lines.join(''))
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
