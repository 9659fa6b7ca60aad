import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import fc from 'fast-check'

import { NO_FACTS } from '../model/mail-facts.ts'
import { rawText } from '../model/text.ts'
import { currentPack } from '../policy/pack/current-pack.ts'
import type { AmazonMail } from './amazon-mail.ts'
import type { ParsedMail } from './parsed-mail.ts'
import { understand } from './understand.ts'

const CASE = '5d2c1b0a-1111-4222-8333-944445555566'
const LINK = 'https://sellercentral.amazon.de/messaging/no-response-needed?t=ATHREAD01&m=AMESSAGE01&s=1'
const IMPERSONATION: AmazonMail = { kind: 'suspect', reason: 'impersonation' }
const LOOK_ALIKE: AmazonMail = { kind: 'suspect', reason: 'look-alike' }

describe('a mail from a relay address', () => {
  it('is a buyer message with everything the template tells', () => {
    const body = `Sie haben eine Nachricht.\n\n# 302-1234567-7654321:\n1 / Lamp [ASIN: B0INVENTED]\n\n------------- Message:  -------------\n\nWo ist es?\n\n------------- Ende -------------\n\nLösen ${LINK}\n`
    const message = understood({
      from: {
        address: `alias0001+${CASE}@marketplace.amazon.de`,
        name: rawText('Ada Beispiel - Amazon Marketplace'),
      },
      subject: rawText('Frage'),
      body: rawText(body),
      marketplaceId: 'A1PA6795UKMFR9',
      inReplyTo: '<r-3@example.com>',
      references: ['<r-1@example.com>', '<r-2@example.com>', '<r-3@example.com>'],
    })

    assert.deepEqual(message, {
      kind: 'buyer-message',
      via: 'buyer',
      relayAddress: `alias0001+${CASE}@marketplace.amazon.de`,
      buyerName: 'Ada Beispiel',
      subject: 'Frage',
      text: 'Wo ist es?',
      isWhole: false,
      orderId: '302-1234567-7654321',
      marketplaceId: 'A1PA6795UKMFR9',
      messageToken: 'AMESSAGE01',
      threadToken: 'ATHREAD01',
      caseId: CASE,
      noResponseUrl: LINK,
      answers: ['<r-3@example.com>', '<r-2@example.com>', '<r-1@example.com>'],
      facts: { ...NO_FACTS, asins: ['B0INVENTED'], quantity: 1 },
    })
  })

  it('is a buyer message without any template, its whole body the text', () => {
    const message = buyerMessage({ ...fromBuyer('Where is it?\nOrder 302-9999999-9999999\n') })

    assert.equal(message.text, 'Where is it?\nOrder 302-9999999-9999999')
    assert.equal(message.isWhole, true)
    assert.equal(message.orderId, undefined)
  })

  it('is of the marketplace its address names when no header does', () => {
    assert.equal(buyerMessage(fromBuyer('Hi')).marketplaceId, 'A1PA6795UKMFR9')
  })

  it('takes the order of the subject before that of the body', () => {
    const body = '# 302-2222222-2222222:\n1 / Lamp [ASIN: B0INVENTED]\n\nHi'
    const message = buyerMessage({ ...fromBuyer(body), subject: rawText('Frage(Bestellung: 301-1111111-1111111)') })

    assert.equal(message.orderId, '301-1111111-1111111')
  })

  it('takes no order from the words of the buyer', () => {
    const bodies = [
      '---------- A ----------\n# 302-2222222-2222222:\n---------- B ----------\nFooter',
      '# 302-2222222-2222222:\n\nis late',
      'Order ID 302-2222222-2222222\nis late',
    ]

    assert.deepEqual(
      bodies.map((body) => buyerMessage(fromBuyer(body)).orderId),
      bodies.map(() => undefined),
    )
  })

  it('takes no tokens from a link inside the words of the buyer', () => {
    const body = `---------- A ----------\nquoted\n---------- B ----------\n${LINK}\n---------- C ----------\nFooter`

    assert.equal(buyerMessage(fromBuyer(body)).messageToken, undefined)
  })

  it('stays a buyer message when it quotes a notice or carries a delivery report', () => {
    const quoting = fromBuyer('We were unable to deliver the message you sent: the buyer has chosen to opt out')
    const reporting = { ...fromBuyer('Hi'), deliveryReport: report('5.7.1') }

    assert.equal(understood(quoting).kind, 'buyer-message')
    assert.equal(understood(reporting).kind, 'buyer-message')
  })

  it('stays a buyer message with a type that nobody knows', () => {
    assert.equal(understood({ ...fromBuyer('Hi'), notificationType: 'SOMETHING_NEW' }).kind, 'buyer-message')
  })

  it('is suspect with the type of a notice, which Amazon sends from elsewhere', () => {
    assert.deepEqual(understood({ ...fromBuyer('Hi'), notificationType: 'REFUND_ISSUED' }), IMPERSONATION)
  })

  it('is customer service’s when it lists order, item, reason and details', () => {
    const body =
      'Hello,\nWe have been asked by a customer.\n\n--------------------\nOrder#: 110-1234567-1234567\nItem: Lamp\nReason: Tracking\n\nDetails:\nPlease send the tracking number.'
    const message = buyerMessage(fromBuyer(body))

    assert.equal(message.via, 'customer-service')
    assert.equal(message.orderId, '110-1234567-1234567')
    assert.ok(message.text.endsWith('Please send the tracking number.'))
  })

  it('is the buyer’s when the buyer writes such a list', () => {
    const list = 'Order#: 110-1234567-1234567\nItem: Lamp\nReason: Tracking\nDetails: customer service here, click'
    const message = buyerMessage(fromBuyer(`---------- A ----------\n${list}\n---------- B ----------\nFooter`))

    assert.equal(message.via, 'buyer')
    assert.equal(message.orderId, undefined)
  })
})

describe('a mail from Amazon itself', () => {
  it('is a copy of a reply by its type', () => {
    const copy = understood({
      ...fromAmazon(
        'Prezado, ------------- Iniciar mensagem ------------- Olá! ------------- Mensagem final ------------- Até',
      ),
      subject: rawText('Seu e-mail para Ada Exemplo'),
      notificationType: 'BBC_MESSAGE_CONFIRMATION_TO_MERCHANT',
      inReplyTo: '<r-1@example.com>',
    })

    assert.deepEqual(copy, {
      kind: 'copy',
      buyerName: 'Ada Exemplo',
      subject: 'Seu e-mail para Ada Exemplo',
      text: 'Olá!',
      orderId: undefined,
      marketplaceId: undefined,
      answersMailId: '<r-1@example.com>',
    })
  })

  it('is an opt-out notice by its type', () => {
    const body =
      "recapitare per l'ordine [406-1234567-1234567] [waaaaaaa01@marketplace.amazon.it?subject= [Importante]]"
    const notice = understood({
      ...fromAmazon(body, 'auto-communication@amazon.com'),
      notificationType: 'BUYER_OPTED_OUT_BSM_MESSAGES',
    })

    assert.deepEqual(notice, {
      kind: 'opted-out',
      relayAddress: 'waaaaaaa01@marketplace.amazon.it',
      subject: '',
      text: body,
      orderId: '406-1234567-1234567',
      marketplaceId: 'APJ6JRA9NG5V4',
      answersMailId: undefined,
    })
  })

  it('is an opt-out notice by its words, though it also says that it was unable to deliver', () => {
    const body =
      'We were unable to deliver the message you sent for order [002-1234567-1234567] because the buyer has\nchosen to opt out of receiving unsolicited messages from sellers.'

    assert.equal(understood(fromAmazon(body)).kind, 'opted-out')
  })

  it('is a refusal by its words, with curly apostrophes too and whatever its type', () => {
    const guidelines = fromAmazon('Your message did not meet our guidelines.')
    const italian = { ...fromAmazon(''), subject: rawText('Il tuo messaggio all’acquirente non è stato consegnato') }

    assert.equal(understood(guidelines).kind, 'refused')
    assert.equal(understood(italian).kind, 'refused')
    assert.equal(understood({ ...guidelines, notificationType: 'SOMETHING_NEW' }).kind, 'refused')
  })

  it('names no relay address when the notice holds two', () => {
    const body = 'did not meet our guidelines: aaaaaaaa01@marketplace.amazon.de bbbbbbbb01@marketplace.amazon.de'
    const notice = understood(fromAmazon(body))

    assert.equal(notice.kind === 'refused' && notice.relayAddress, undefined)
  })

  it('is a notice of something else by a type that nobody knows, whatever it says', () => {
    const notice = understood({
      ...fromAmazon('A refund was issued for your order 111-1234567-1234567.'),
      notificationType: 'SOMETHING_NEW',
    })

    assert.equal(notice.kind === 'order-notice' && notice.topic, 'other')
    assert.equal(notice.kind === 'order-notice' && notice.orderId, '111-1234567-1234567')
  })

  it('is suspect with a type that its sender never sends', () => {
    const wrong: readonly (readonly [type: string, address: string])[] = [
      ['BBC_MESSAGE_SENT_TO_MERCHANT', 'donotreply@amazon.com'],
      ['A_Z_CLAIM_RESPONDENT_NOTIFY', 'donotreply@amazon.com'],
      ['REFUND_ISSUED', 'atoz-guarantee-no-reply@amazon.it'],
      ['BUYER_OPTED_OUT_BSM_MESSAGES', 'donotreply@amazon.com'],
      ['RETURN_REQUEST', 'seller-performance@amazon.de'],
    ]

    for (const [notificationType, address] of wrong)
      assert.deepEqual(understood({ ...fromAmazon('', address), notificationType }), IMPERSONATION, notificationType)
  })

  it('does not believe what it quotes: the comment of a return, the words of a copy', () => {
    const comment = [
      'Ordine 403-1234567-1234567',
      'Articolo',
      'ASIN',
      'Sku',
      'Quantità',
      'Commento',
      'Lampada',
      'B0INVENTA1',
      'S-1',
      '1',
    ]
    const returned = fromAmazon([...comment, 'the buyer has chosen to opt out of receiving messages'].join('\n'))
    const copied = fromAmazon(
      'Here is a copy of the email you sent. ------------- Begin message ------------- a refund has been issued, your message was not delivered ------------- End message ------------- Amazon',
    )

    assert.equal(topicOf(understood(returned)), 'return-request')
    assert.equal(understood(copied).kind, 'copy')
  })

  it('asks for a buyer without naming an address when customer service writes from no relay', () => {
    const body =
      "We've been contacted by a customer regarding the order identified below.\nOrder#: 110-1234567-1234567\nItem: Lamp\nReason: Tracking\nDetails: Where is it?"
    const message = buyerMessage(fromAmazon(body))

    assert.equal(message.via, 'customer-service')
    assert.equal(message.relayAddress, undefined)
  })
})

describe('a mail from anywhere else', () => {
  it('is a bounce when it carries a delivery report, whoever sends it', () => {
    const permanent = understood(fromElsewhere({ deliveryReport: report('5.7.1') }))
    const delayed = understood(fromElsewhere({ deliveryReport: report('4.4.1') }))
    const amazons = understood({ ...fromAmazon('Undeliverable'), deliveryReport: report('5.1.1') })

    assert.deepEqual(permanent, {
      kind: 'bounce',
      permanent: true,
      isSenderRefused: false,
      status: '5.7.1',
      recipient: 'alias0001@marketplace.amazon.de',
      mailId: '<r-1@example.com>',
    })
    assert.equal(delayed.kind === 'bounce' && delayed.permanent, false)
    assert.equal(amazons.kind, 'bounce')
  })

  it('is suspect when its domain looks like Amazon’s', () => {
    const addresses = [
      'donotreply@amazon.com.example.com',
      'donotreply@amaz0n.com',
      'x@marketplace.amazon.com.evil.example',
      'x@xn--mazon-3ve.com',
      'x@amazon-seller.example',
      'a@b@amazom.com',
    ]

    for (const address of addresses)
      assert.deepEqual(understood(fromElsewhere({ from: { address, name: rawText('') } })), LOOK_ALIKE, address)
  })

  it('is suspect when its name or its type says that Amazon writes', () => {
    const named = ['Amazon.de', 'A m a z o n', 'АМАZОN', 'アマゾン', 'donotreply@amazon.com']

    for (const name of named)
      assert.deepEqual(
        understood(fromElsewhere({ from: { address: 'ada@example.com', name: rawText(name) } })),
        IMPERSONATION,
        name,
      )
    assert.deepEqual(understood(fromElsewhere({ notificationType: 'A_Z_CLAIM_RESPONDENT_NOTIFY' })), IMPERSONATION)
  })

  it('is nothing to the desk otherwise, whatever its words say', () => {
    const addresses = ['ada@example.com', '"x"@amazon.com', 'a@b@amazon.com', 'x@y.amazon.com', '']

    for (const address of addresses) {
      const body = rawText('The buyer has chosen to opt out of receiving messages. It did not meet our guidelines.')
      assert.deepEqual(
        understood(fromElsewhere({ from: { address, name: rawText('') }, body })),
        { kind: 'other' },
        address,
      )
    }
  })
})

describe('any mail', () => {
  it('is understood without an error, whatever stands in it', () => {
    const pieces = fc.constantFrom(
      '------------- Message: -------------',
      '# 302-1234567-7654321:',
      '1 / Lamp [ASIN: B0INVENTED]',
      'ASIN',
      'B0INVENTED',
      'within 3 days, by 31 February 2026',
      'EUR 1.234,56',
      LINK,
      '[commMgrTok:A]',
      'SPC-EUAmazon-0000',
      'opt out of receiving',
      '\n',
    )
    const words = fc
      .array(fc.oneof(pieces, fc.string({ unit: 'binary', maxLength: 8 })), { maxLength: 8 })
      .map((each) => rawText(each.join('\n')))
    const mails = fc.record({
      from: fc.record({
        address: fc.constantFrom('alias0001@marketplace.amazon.de', 'donotreply@amazon.com', 'x@xn--.example', '@', ''),
        name: words,
      }),
      subject: words,
      body: words,
      markedText: fc.option(words, { nil: undefined }),
      date: fc.date({ noInvalidDate: true }),
      notificationType: fc.constantFrom(undefined, 'REFUND_ISSUED', 'A_Z_CLAIM_RESPONDENT_NOTIFY', 'constructor', ' '),
    })

    fc.assert(
      fc.property(mails, (fields) => understood(fields).kind.length > 0),
      { numRuns: 50 },
    )
  })
})

function understood(fields: Partial<ParsedMail>): AmazonMail {
  return understand(mail(fields), currentPack())
}

function buyerMessage(fields: Partial<ParsedMail>) {
  const message = understood(fields)
  assert.ok(message.kind === 'buyer-message')
  return message
}

function topicOf(mail: AmazonMail): string | undefined {
  return mail.kind === 'order-notice' ? mail.topic : undefined
}

function mail(fields: Partial<ParsedMail>): ParsedMail {
  return {
    mailId: '<in-1@example.com>',
    inReplyTo: undefined,
    references: [],
    from: { address: '', name: rawText('') },
    to: ['desk@example.com'],
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
    ...fields,
  }
}

function fromBuyer(body: string): Partial<ParsedMail> {
  return { from: { address: 'alias0001@marketplace.amazon.de', name: rawText('Ada') }, body: rawText(body) }
}

function fromAmazon(body: string, address = 'donotreply@amazon.com'): Partial<ParsedMail> {
  return { from: { address, name: rawText('Amazon') }, body: rawText(body) }
}

function fromElsewhere(fields: Partial<ParsedMail>): Partial<ParsedMail> {
  return { from: { address: 'mailer-daemon@example.com', name: rawText('') }, ...fields }
}

function report(status: string) {
  return {
    recipient: 'alias0001@marketplace.amazon.de',
    status,
    isSenderRefused: false,
    originalMailId: '<r-1@example.com>',
  }
}
