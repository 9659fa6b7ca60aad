import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rawText } from '../model/text.ts'
import { judgeSender, type SenderVerdict } from './genuine.ts'
import type { ParsedMail, Signature } from './parsed-mail.ts'

const CONTEXT = {
  pack: { amazonDomains: { values: ['amazon.com', 'sell.amazon.com', 'amazon.de'], source: 'this test' } },
  authservIds: ['MX.shop.example'],
}
const PASS: Signature = {
  domain: 'amazon.de',
  result: 'pass',
  covers: ['from', 'subject', 'date'],
  leavesOut: [],
  isPartial: false,
}

describe('judgeSender', () => {
  it('verifies by a signature that holds over the whole body and all that tells', () => {
    assert.deepEqual(judge({ signatures: [PASS] }), { authenticity: 'verified', codes: ['dkim:pass'] })
  })

  it('verifies by one of several signatures, and keeps what the others said', () => {
    const signatures = [{ ...PASS, result: 'fail' as const }, PASS, { ...PASS, domain: 'evil.test' }]

    assert.deepEqual(judge({ signatures }), { authenticity: 'verified', codes: ['dkim:fail', 'dkim:pass'] })
  })

  it('takes a signer under the same Amazon domain as the author, and no other', () => {
    const from = (address: string, domain: string) =>
      judge({ from: author(address), signatures: [{ ...PASS, domain }] })

    assert.equal(from('a@marketplace.amazon.de', 'bounces.amazon.de').authenticity, 'verified')
    assert.equal(from('a@sell.amazon.com', 'amazon.com').authenticity, 'verified')
    assert.deepEqual(from('a@amazon.de', 'amazon.com'), { authenticity: 'unverified', codes: [] })
    assert.deepEqual(from('a@evil.test', 'evil.test'), { authenticity: 'unverified', codes: [] })
  })

  it('does not verify by a signature that leaves something open', () => {
    assert.deepEqual(judge({ signatures: [{ ...PASS, isPartial: true }] }).codes, ['dkim:partial'])
    assert.deepEqual(judge({ signatures: [{ ...PASS, leavesOut: ['reply-to'] }] }).codes, ['dkim:incomplete'])
    assert.deepEqual(judge({ signatures: [{ ...PASS, covers: ['from'] }] }), {
      authenticity: 'unverified',
      codes: ['dkim:incomplete'],
    })
  })

  it('fails when Amazon’s signature does and none holds, and is undecided without a key', () => {
    assert.equal(judge({ signatures: [{ ...PASS, result: 'fail' }] }).authenticity, 'failed')
    assert.deepEqual(judge({ signatures: [{ ...PASS, result: 'unknown' }] }), {
      authenticity: 'unverified',
      codes: ['dkim:unknown'],
    })
  })

  it('takes the word of the receiving server first, in both directions', () => {
    assert.deepEqual(received('dkim=pass header.d=amazon.de; spf=fail'), {
      authenticity: 'verified',
      codes: ['receiver:dkim-pass', 'receiver:spf-fail'],
    })
    assert.equal(received('dmarc=fail', [PASS]).authenticity, 'failed')
    assert.equal(received('dkim=fail header.i=@amazon.de', [PASS]).authenticity, 'failed')
  })

  it('takes one pass of the receiving server before its fails on other signatures', () => {
    assert.equal(received('dkim=fail header.d=amazon.de; dkim=pass header.d=amazon.de').authenticity, 'verified')
  })

  it('does not take SPF or DMARC for a proof', () => {
    assert.deepEqual(received('spf=pass smtp.mailfrom=amazon.de; dmarc=pass header.from=amazon.de'), {
      authenticity: 'unverified',
      codes: ['receiver:dmarc-pass', 'receiver:spf-pass'],
    })
  })

  it('does not take a pass for signatures that it sees open or broken', () => {
    const word = 'dkim=pass header.d=amazon.de'

    assert.equal(received(word, [{ ...PASS, result: 'unknown', isPartial: true }]).authenticity, 'unverified')
    assert.equal(received(word, [{ ...PASS, result: 'fail' }]).authenticity, 'unverified')
    assert.equal(received(word, [{ ...PASS, result: 'unknown' }]).authenticity, 'verified')
  })

  it('hears no server whose name it was not told', () => {
    const authenticationResults = ['mx.evil.test; dkim=pass header.d=amazon.de']

    assert.deepEqual(judge({ authenticationResults }), { authenticity: 'unverified', codes: [] })
  })

  it('hears the topmost word of our server alone, unless a lower one contradicts it', () => {
    const pass = 'mx.shop.example; dkim=pass header.d=amazon.de'
    const fail = 'mx.shop.example; dkim=fail header.d=amazon.de'

    assert.equal(judge({ authenticationResults: ['mx.shop.example; none', pass] }).authenticity, 'unverified')
    assert.equal(judge({ authenticationResults: [fail, pass] }).authenticity, 'failed')
    assert.deepEqual(judge({ authenticationResults: [pass, fail] }), {
      authenticity: 'failed',
      codes: ['receiver:contradicted', 'receiver:dkim-pass'],
    })
  })
})

function received(results: string, signatures: readonly Signature[] = []): SenderVerdict {
  return judge({ signatures, authenticationResults: [`mx.shop.example; ${results}`] })
}

function judge(mail: Partial<ParsedMail>): SenderVerdict {
  return judgeSender({ ...MAIL, ...mail }, CONTEXT)
}

function author(address: string): ParsedMail['from'] {
  return { address, name: rawText('') }
}

const MAIL: ParsedMail = {
  mailId: undefined,
  inReplyTo: undefined,
  references: [],
  from: author('alias@marketplace.amazon.de'),
  to: [],
  date: undefined,
  subject: rawText(''),
  body: rawText(''),
  markedText: undefined,
  notificationType: undefined,
  marketplaceId: undefined,
  deliveryReport: undefined,
  attachments: [],
  receivedAt: undefined,
  authenticationResults: [],
  signatures: [],
  digest: '',
}
