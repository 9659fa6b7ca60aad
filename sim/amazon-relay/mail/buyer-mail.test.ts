import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findMarketplace, MARKETPLACES } from '../marketplaces.ts'
import type { Thread } from '../thread.ts'
import { type BuyerMailContent, buyerMailHtml, buyerMailText } from './buyer-mail.ts'
import { buyerSubject } from './subject.ts'

const THREAD: Thread = {
  relayAddress: 'x0123456789abcde@marketplace.amazon.de',
  alias: 'x0123456789abcde',
  caseId: undefined,
  buyerName: 'Petra Beispiel',
  marketplace: findMarketplace('de') ?? MARKETPLACES[0] ?? assert.fail('no marketplace'),
  order: { id: '302-0000001-0000001', title: 'Kessel', asin: 'B0SIMUL001' },
  threadToken: 'ATHREAD',
  customerToken: 'ACUSTOMER',
}

const CONTENT: BuyerMailContent = {
  thread: THREAD,
  language: 'es',
  text: 'Wo ist <mein> Paket?\nDanke & Gruß',
  messageToken: 'AMESSAGE',
  signature: '0'.repeat(40),
  spcDigits: '0000000000000001',
}

test('the template speaks the seller’s language around a buyer who speaks another', () => {
  const text = buyerMailText(CONTENT)

  assert.match(
    text,
    /^Ha recibido un mensaje\.\n\n# 302-0000001-0000001:\n1 \/ Kessel \[ASIN: B0SIMUL001\]\n\n-{13} Message: {2}-{13}\n\nWo ist <mein> Paket\?\nDanke & Gruß\n\n-{13} Finalizar mensaje -{13}\n\n/u,
  )
  assert.match(text, /\nSPC-EUAmazon-0000000000000001$/u)
})

test('the footer holds the tokens after the end mark', () => {
  const footer = buyerMailText(CONTENT).split('Finalizar mensaje')[1] ?? ''

  assert.match(
    footer,
    /https:\/\/sellercentral\.amazon\.de\/messaging\/no-response-needed\?t=ATHREAD&m=AMESSAGE&mp=A1PA6795UKMFR9&c=ACUSTOMER&h=0{40}&s=1/u,
  )
  assert.match(footer, /https:\/\/www\.amazon\.de\/messaging\/\d+\?marketplaceId=A1PA6795UKMFR9&ref_=bsm_email_report/u)
})

test('a case is reported by its id', () => {
  const caseId = '11111111-2222-4333-8444-555555555555'
  const text = buyerMailText({ ...CONTENT, thread: { ...THREAD, caseId } })

  assert.match(text, new RegExp(`messaging/inbox\\?fi=caseId&ss=${caseId}&cc=${caseId}&`, 'u'))
})

test('the buyer’s words stand escaped in the only pre of the HTML part', () => {
  const pres = [...buyerMailHtml(CONTENT).matchAll(/<pre[^>]*white-space:\s*-o-pre-wrap[^>]*>([\s\S]*?)<\/pre>/giu)]

  assert.deepEqual(
    pres.map((match) => match[1]),
    ['Wo ist &lt;mein&gt; Paket?\nDanke &amp; Gruß'],
  )
})

test('a photo alone leaves the pre empty', () => {
  assert.match(buyerMailHtml({ ...CONTENT, text: '' }), /<pre style="[^"]*"><\/pre>/u)
})

test('the subject is in the marketplace’s language and names the order if there is one', () => {
  assert.equal(buyerSubject(THREAD), 'Frage von Amazon-Kunde Petra Beispiel (Bestellung: 302-0000001-0000001)')
  assert.equal(buyerSubject({ ...THREAD, order: undefined }), 'Frage von Amazon-Kunde Petra Beispiel')
})
