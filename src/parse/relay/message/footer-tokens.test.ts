import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { footerTokens } from './footer-tokens.ts'

const TLDS = ['com', 'de', 'com.br']
const QUERY = 't=ATHREADTOKEN&m=AMESSAGETOKEN&mp=A1&c=A2&h=0000&s=1'
const NONE = { thread: undefined, message: undefined, caseId: undefined }

describe('footerTokens', () => {
  it('reads both tokens of the "no response needed" link, behind other links', () => {
    const footer = `https://sellercentral.amazon.de/gp/x?t=no\n[https://sellercentral.amazon.de/messaging/no-response-needed?${QUERY}]`

    assert.deepEqual(footerTokens(footer, TLDS), {
      ...NONE,
      thread: 'ATHREADTOKEN',
      message: 'AMESSAGETOKEN',
    })
  })

  it('reads nothing where no footer was found', () => {
    assert.deepEqual(footerTokens(undefined, TLDS), NONE)
  })

  it('reads no link without encryption', () => {
    assert.deepEqual(footerTokens(`http://sellercentral.amazon.de/messaging/no-response-needed?${QUERY}`, TLDS), NONE)
  })

  it('reads no link of a host that only looks like Seller Central', () => {
    const hosts = [
      'sellercentral.amazon.de.example.com',
      'sellercentral.amazon.example',
      'x.sellercentral.amazon.de',
      'sellercentral-amazon.de',
      'sellercentral.amazon.de:8443',
      'sellercentral.amazon.de@example.com',
      'user@sellercentral.amazon.de',
    ]
    const footer = hosts.map((host) => `https://${host}/messaging/no-response-needed?${QUERY}`).join('\n')

    assert.deepEqual(footerTokens(footer, TLDS), NONE)
  })

  it('leaves out a token of another shape', () => {
    const link = 'https://sellercentral.amazon.de/messaging/no-response-needed?t=...&m=A%20B%0AC'

    assert.deepEqual(footerTokens(link, TLDS), NONE)
  })

  it('reads the case of the link to the inbox', () => {
    const link =
      'https://sellercentral.amazon.de/messaging/inbox?fi=caseId&cc=0badcafe-1234-4abc-8def-0123456789ab&lc=de_DE'

    assert.equal(footerTokens(link, TLDS).caseId, '0badcafe-1234-4abc-8def-0123456789ab')
  })

  it('reads the mark of older mails where no link names the message', () => {
    assert.equal(footerTokens('Footer\n[commMgrTok:AINVENTED01]', TLDS).message, 'AINVENTED01')
  })
})
