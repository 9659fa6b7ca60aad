import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, it } from 'node:test'
import { NO_FACTS } from '../../src/model/mail-facts.ts'
import type { AmazonMail } from '../../src/parse/amazon-mail.ts'
import { type Cage, openCage } from '../../src/parse/cage.ts'
import { understand } from '../../src/parse/understand.ts'
import { currentPack } from '../../src/policy/pack/current-pack.ts'

const NO_RESPONSE = '/messaging/no-response-needed'
const SIGNATURE = '0'.repeat(40)

describe('the mails of the relay, from bytes to meaning', () => {
  let cage: Cage
  before(() => {
    cage = openCage({ workers: 1 })
  })
  after(() => cage[Symbol.asyncDispose]())

  async function meaningOf(name: string): Promise<AmazonMail> {
    const outcome = await cage.parse(await readFile(new URL(`./mails/${name}.eml`, import.meta.url)))
    assert.ok(outcome.ok)
    return understand(outcome.mail, currentPack())
  }

  it('a German message in plain text, quoted-printable', async () => {
    assert.deepEqual(await meaningOf('de-plain'), {
      kind: 'buyer-message',
      via: 'buyer',
      relayAddress: 'k7muster00alias@marketplace.amazon.de',
      buyerName: 'Klara Muster',
      subject: 'Frage von Amazon-Kunde Klara Muster (Bestellung: 302-5550001-5550001)',
      text: 'Guten Tag,\nwann kommt meine Lampe? Sie sollte für Samstag da sein.',
      isWhole: false,
      orderId: '302-5550001-5550001',
      marketplaceId: 'A1PA6795UKMFR9',
      messageToken: 'AMLAMPE0001',
      threadToken: 'ATLAMPE0001',
      caseId: undefined,
      noResponseUrl: `https://sellercentral.amazon.de${NO_RESPONSE}?t=ATLAMPE0001&m=AMLAMPE0001&mp=A1PA6795UKMFR9&c=ACLAMPE0001&h=${SIGNATURE}&s=1`,
      answers: [],
      facts: { ...NO_FACTS, asins: ['B0LAMPE001'], quantity: 1 },
    })
  })

  it('a Brazilian message whose address names the case', async () => {
    assert.deepEqual(await meaningOf('br-with-case'), {
      kind: 'buyer-message',
      via: 'buyer',
      relayAddress: 'joanaexemplo01+0badcafe-1234-4abc-8def-0123456789ab@marketplace.amazon.com.br',
      buyerName: 'Joana Exemplo',
      subject: 'Detalhes do produto Amazon Joana Exemplo pergunta do cliente',
      text: "Boa noite, a mochila é à prova d'água? \n \nObrigada!",
      isWhole: false,
      orderId: undefined,
      marketplaceId: 'A2Q3Y263D00KWC',
      messageToken: 'AMMOCHILA01',
      threadToken: 'ATMOCHILA01',
      caseId: '0badcafe-1234-4abc-8def-0123456789ab',
      noResponseUrl: `https://sellercentral.amazon.com.br${NO_RESPONSE}?t=ATMOCHILA01&m=AMMOCHILA01&mp=A2Q3Y263D00KWC&c=ACMOCHILA01&h=${SIGNATURE}&s=1`,
      answers: [],
      facts: NO_FACTS,
    })
  })

  it('a French message with a file', async () => {
    const message = await meaningOf('fr-with-pdf')

    assert.equal(message.kind === 'buyer-message' && message.text, 'Bonjour, la facture jointe est-elle la bonne ?')
    assert.equal(message.kind === 'buyer-message' && message.orderId, '171-5550002-5550002')
  })

  it('an American message in HTML alone, its text marked', async () => {
    assert.deepEqual(await meaningOf('us-html-marked'), {
      kind: 'buyer-message',
      via: 'buyer',
      relayAddress: 'patsample0001@marketplace.amazon.com',
      buyerName: 'Pat Sample',
      subject: 'Shipping inquiry from Amazon customer Pat Sample (Order: 111-5550003-5550003)',
      text: "Where is my mug?\nIt's a present & I need it <soon>.",
      isWhole: false,
      orderId: '111-5550003-5550003',
      marketplaceId: 'ATVPDKIKX0DER',
      messageToken: 'AMMUG0000001',
      threadToken: 'ATMUG0000001',
      caseId: undefined,
      noResponseUrl: `https://sellercentral.amazon.com${NO_RESPONSE}?t=ATMUG0000001&m=AMMUG0000001&mp=ATVPDKIKX0DER&s=1`,
      answers: [],
      facts: { ...NO_FACTS, asins: ['B0MUG00001'], quantity: 1 },
    })
  })

  it('a Canadian message of the old shape in two languages and an old character set', async () => {
    const message = await meaningOf('ca-legacy')

    assert.equal(message.kind === 'buyer-message' && message.text, 'Wrong colour, can I swap it?')
    assert.equal(message.kind === 'buyer-message' && message.orderId, '701-5550004-5550004')
  })

  it('a copy of a reply', async () => {
    assert.deepEqual(await meaningOf('br-copy'), {
      kind: 'copy',
      buyerName: 'Joana Exemplo',
      subject: 'Seu e-mail para Joana Exemplo',
      text: "Olá, Joana! É à prova d'água.",
      orderId: undefined,
      marketplaceId: 'A2Q3Y263D00KWC',
      answersMailId: undefined,
    })
  })

  it('an opt-out notice that lost its type header', async () => {
    const notice = await meaningOf('it-opt-out')

    assert.ok(notice.kind === 'opted-out' && notice.text.startsWith('non siamo stati in grado'))
    assert.deepEqual(notice, {
      kind: 'opted-out',
      relayAddress: 'wesempio00001@marketplace.amazon.it',
      subject: "Il tuo messaggio all'acquirente non è stato consegnato.",
      text: notice.text,
      orderId: '406-5550005-5550005',
      marketplaceId: 'APJ6JRA9NG5V4',
      answersMailId: '<reply-7@shop.example>',
    })
  })

  it('a refusal of a reply', async () => {
    assert.deepEqual(await meaningOf('refusal'), {
      kind: 'refused',
      isSenderRefused: false,
      relayAddress: 'k7muster00alias@marketplace.amazon.de',
      subject: 'Your message to k7muster00alias@marketplace.amazon.de',
      text: 'We were unable to deliver the message you sent for order 302-5550001-5550001.\nIt did not meet our guidelines.',
      orderId: '302-5550001-5550001',
      marketplaceId: 'A1PA6795UKMFR9',
      answersMailId: '<reply-8@shop.example>',
    })
  })

  it('a bounce of a reply', async () => {
    assert.deepEqual(await meaningOf('bounce'), {
      kind: 'bounce',
      permanent: true,
      isSenderRefused: true,
      status: '5.7.1',
      recipient: 'k7muster00alias@marketplace.amazon.de',
      mailId: '<reply-9@shop.example>',
    })
  })
})
