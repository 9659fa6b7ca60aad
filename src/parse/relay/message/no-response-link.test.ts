import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { noResponseLink } from './no-response-link.ts'

const TLDS = ['com', 'de', 'com.br']
const PATH = '/messaging/no-response-needed'
const QUERY = `t=ATHREADTOKEN&m=AMESSAGETOKEN&mp=A1&c=A2&h=${'0'.repeat(40)}&s=1`
const LINK = `https://sellercentral.amazon.de${PATH}?${QUERY}`
const OLD_PLACE = 'www.amazon.com.br/gp/communication-manager/no-response-needed.html'
const OLD_QUERY = 'msg=AMESSAGE&d=1764000000&mp=A2&v=1&t=ATOKEN'

describe('noResponseLink', () => {
  it('gives the whole link, behind other links and in the brackets of an HTML part', () => {
    const footer = `https://sellercentral.amazon.de/gp/survey?t=no&m=no\nResolve case [${LINK}]\nCopyright`

    assert.equal(noResponseLink(footer, TLDS), LINK)
  })

  it('gives a link that names the thread and the message alone', () => {
    const link = `https://sellercentral.amazon.com.br${PATH}?t=ATHREADTOKEN&m=AMESSAGETOKEN`

    assert.equal(noResponseLink(link, TLDS), link)
  })

  it('gives the link of older mails with encryption', () => {
    const link = `https://${OLD_PLACE}?${OLD_QUERY}`

    assert.equal(noResponseLink(`http://${OLD_PLACE}?${OLD_QUERY}`, TLDS), link)
    assert.equal(noResponseLink(link, TLDS), link)
  })

  it('encodes what a value holds anew', () => {
    const link = `https://sellercentral.amazon.de${PATH}?t=ATHREADTOKEN&m=A%2FB%2Bc=`

    assert.equal(noResponseLink(link, TLDS), `https://sellercentral.amazon.de${PATH}?t=ATHREADTOKEN&m=A%2FB%2Bc%3D`)
  })

  it('gives nothing where no footer was found', () => {
    assert.equal(noResponseLink(undefined, TLDS), undefined)
  })

  const elsewhere = [
    'https://sellercentral.amazon.de.example.com',
    'https://sellercentral.amazon.example',
    'https://x.sellercentral.amazon.de',
    'https://sellercentral-amazon.de',
    'https://sellercentral.amazon.de.',
    'https://SellerCentral.amazon.de',
    'https://sellercentral.xn--mazon-3ve.de',
    'https://sellercentral.\u0430mazon.de',
    'https://sellercentral.\uff41mazon.de',
    'https://sellercentral%2Eamazon.de',
    'https://sellercentral.amazon.de:443',
    'https://sellercentral.amazon.de:8443',
    'https://user@sellercentral.amazon.de',
    'https://sellercentral.amazon.de@example.com',
    'https://sellercentral.amazon.de\\@example.com',
    'https://example.com/https://sellercentral.amazon.de',
    'https:/sellercentral.amazon.de',
    'https://www.amazon.de',
    'http://sellercentral.amazon.de',
    'ftp://sellercentral.amazon.de',
    'javascript://sellercentral.amazon.de',
    'javascript:location=//sellercentral.amazon.de',
    'data:text/html,//sellercentral.amazon.de',
    '//sellercentral.amazon.de',
  ]
  for (const origin of elsewhere) {
    it(`gives nothing of ${JSON.stringify(origin)}`, () => {
      assert.equal(noResponseLink(`${origin}${PATH}?${QUERY}`, TLDS), undefined)
    })
  }

  const otherwise = {
    'another path below it': LINK.replace(PATH, `${PATH}/x`),
    'a path that only resolves to it': LINK.replace(PATH, `/x/..${PATH}`),
    'an encoded path': LINK.replace(PATH, '/messaging/no%2Dresponse-needed'),
    'the path in capitals': LINK.replace(PATH, PATH.toUpperCase()),
    'a further parameter': `${LINK}&next=1`,
    'a parameter of the older shape': `${LINK}&msg=A`,
    'a parameter twice': `${LINK}&m=AOTHER`,
    'an empty value': LINK.replace('t=ATHREADTOKEN', 't='),
    'no message': LINK.replace('m=AMESSAGETOKEN&', ''),
    'no query': LINK.replace(`?${QUERY}`, ''),
    'a second question mark': `${LINK}?x`,
    'a fragment': `${LINK}#part`,
    'an encoded line break in a value': LINK.replace('c=A2', 'c=A%0D%0AB'),
    'an encoded quote in a value': LINK.replace('c=A2', 'c=A%22onclick'),
    'an address as a value': LINK.replace('c=A2', 'c=https://example.com'),
    'a letter of another script in a value': LINK.replace('c=A2', 'c=\u0410'),
    'a value without end': LINK.replace('c=A2', `c=${'A'.repeat(201)}`),
    'a link without end': LINK.replace('c=A2', `c=${'%41'.repeat(700)}`),
    'the older path at another host': `https://sellercentral.amazon.com.br/gp/communication-manager/no-response-needed.html?${OLD_QUERY}`,
  }
  for (const [what, link] of Object.entries(otherwise)) {
    it(`gives nothing of a link with ${what}`, () => {
      assert.equal(noResponseLink(link, TLDS), undefined)
    })
  }
})
