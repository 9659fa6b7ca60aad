import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { utf8 } from '../../base/bytes.ts'
import { deliveryReport } from './delivery-report.ts'

describe('deliveryReport', () => {
  it('reads recipient, status and the mail it is about', () => {
    const report = deliveryReport([
      status(
        'Reporting-MTA: dns; mx.example.com\r\n\r\nFinal-Recipient: rfc822; Alias0001@Example.com\r\nStatus: 5.7.1\r\n',
      ),
      { type: 'text/rfc822-headers', content: utf8('From: desk@example.com\r\nMessage-ID:\r\n <r-1@example.com>\r\n') },
    ])

    assert.deepEqual(report, {
      recipient: 'alias0001@example.com',
      status: '5.7.1',
      isSenderRefused: false,
      originalMailId: '<r-1@example.com>',
    })
  })

  it('looks for the Message-ID in the headers of the returned mail, not in its text', () => {
    const report = deliveryReport([
      status('Final-Recipient: rfc822; a@example.com\nStatus: 4.4.1\n'),
      { type: 'message/rfc822', content: utf8('From: desk@example.com\n\nMessage-ID: <false@example.com>\n') },
    ])

    assert.deepEqual(report, {
      recipient: 'a@example.com',
      status: '4.4.1',
      isSenderRefused: false,
      originalMailId: undefined,
    })
  })

  it('tells of the permanent failure among several recipients', () => {
    const text =
      'Final-Recipient: rfc822; a@example.com\nStatus: 4.2.0\n\nFinal-Recipient: rfc822; b@example.com\nStatus: 5.1.1\n'

    assert.equal(deliveryReport([status(text)])?.recipient, 'b@example.com')
  })

  it('is nothing without a status that can be read', () => {
    assert.equal(deliveryReport([status('Final-Recipient: rfc822; a@example.com\nStatus: failed\n')]), undefined)
    assert.equal(deliveryReport([{ type: 'text/plain', content: utf8('Status: 5.1.1') }]), undefined)
  })
})

function status(text: string) {
  return { type: 'message/delivery-status', content: utf8(text) }
}
