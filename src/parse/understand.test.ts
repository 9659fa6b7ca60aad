import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { rawText } from '../model/text.ts'
import { currentPack } from '../policy/pack/current-pack.ts'
import type { ParsedMail } from './parsed-mail.ts'
import { understand } from './understand.ts'

const CASE = '5d2c1b0a-1111-4222-8333-944445555566'
const LINK = 'https://sellercentral.amazon.de/messaging/no-response-needed?t=ATHREAD01&m=AMESSAGE01&s=1'

describe('a mail from a relay address', () => {
  it('is a buyer message with everything the template tells', () => {
    const body = `Sie haben eine Nachricht.\n\n# 302-1234567-7654321:\n1 / Lamp [ASIN: B0INVENTED]\n\n------------- Message:  -------------\n\nWo ist es?\n\n------------- Ende -------------\n\nLösen ${LINK}\n`
    const message = understand(
      mail({
        from: {
          address: `alias0001+${CASE}@marketplace.amazon.de`,
          name: rawText('Ada Beispiel - Amazon Marketplace'),
        },
        subject: rawText('Frage'),
        body: rawText(body),
        marketplaceId: 'A1PA6795UKMFR9',
      }),
      currentPack(),
    )

    assert.deepEqual(message, {
      kind: 'buyer-message',
      relayAddress: `alias0001+${CASE}@marketplace.amazon.de`,
      buyerName: 'Ada Beispiel',
      subject: 'Frage',
      text: 'Wo ist es?',
      orderId: '302-1234567-7654321',
      marketplaceId: 'A1PA6795UKMFR9',
      messageToken: 'AMESSAGE01',
      threadToken: 'ATHREAD01',
      caseId: CASE,
    })
  })

  it('is a buyer message without any template, its whole body the text', () => {
    const message = understand(fromBuyer('Where is it?\nOrder 302-9999999-9999999\n'), currentPack())

    assert.equal(message.kind, 'buyer-message')
    assert.equal(message.kind === 'buyer-message' && message.text, 'Where is it?\nOrder 302-9999999-9999999')
  })

  it('takes the order of the subject before that of the body', () => {
    const message = understand(
      { ...fromBuyer('# 302-2222222-2222222:\n\nHi'), subject: rawText('Frage(Bestellung: 301-1111111-1111111)') },
      currentPack(),
    )

    assert.equal(message.kind === 'buyer-message' && message.orderId, '301-1111111-1111111')
  })

  it('takes no order from the words of the buyer', () => {
    const body = '---------- A ----------\n# 302-2222222-2222222:\n---------- B ----------\nFooter'
    const message = understand(fromBuyer(body), currentPack())

    assert.equal(message.kind === 'buyer-message' && message.orderId, undefined)
  })

  it('takes no tokens from a link inside the words of the buyer', () => {
    const body = `---------- A ----------\nquoted\n---------- B ----------\n${LINK}\n---------- C ----------\nFooter`
    const message = understand(fromBuyer(body), currentPack())

    assert.equal(message.kind === 'buyer-message' && message.messageToken, undefined)
  })

  it('stays a buyer message when it quotes a notice or carries a delivery report', () => {
    const quoting = fromBuyer('We were unable to deliver the message you sent: the buyer has chosen to opt out')
    const reporting = { ...fromBuyer('Hi'), deliveryReport: report('5.7.1') }

    assert.equal(understand(quoting, currentPack()).kind, 'buyer-message')
    assert.equal(understand(reporting, currentPack()).kind, 'buyer-message')
  })
})

describe('a mail from Amazon itself', () => {
  it('is a copy of a reply by its type', () => {
    const copy = understand(
      {
        ...fromAmazon(
          'Prezado, ------------- Iniciar mensagem ------------- Olá! ------------- Mensagem final ------------- Até',
        ),
        subject: rawText('Seu e-mail para Ada Exemplo'),
        notificationType: 'BBC_MESSAGE_CONFIRMATION_TO_MERCHANT',
        inReplyTo: '<r-1@example.com>',
      },
      currentPack(),
    )

    assert.deepEqual(copy, {
      kind: 'copy',
      buyerName: 'Ada Exemplo',
      text: 'Olá!',
      orderId: undefined,
      answersMailId: '<r-1@example.com>',
    })
  })

  it('is an opt-out notice by its type', () => {
    const body =
      "recapitare per l'ordine [406-1234567-1234567] [waaaaaaa01@marketplace.amazon.it?subject= [Importante]]"
    const notice = understand({ ...fromAmazon(body), notificationType: 'BUYER_OPTED_OUT_BSM_MESSAGES' }, currentPack())

    assert.deepEqual(notice, {
      kind: 'opted-out',
      relayAddress: 'waaaaaaa01@marketplace.amazon.it',
      orderId: '406-1234567-1234567',
      answersMailId: undefined,
    })
  })

  it('is an opt-out notice by its words, though it also says that it was unable to deliver', () => {
    const body =
      'We were unable to deliver the message you sent for order [002-1234567-1234567] because the buyer has\nchosen to opt out of receiving unsolicited messages from sellers.'

    assert.equal(understand(fromAmazon(body), currentPack()).kind, 'opted-out')
  })

  it('is a refusal by its words, with curly apostrophes too', () => {
    const guidelines = fromAmazon('Your message did not meet our guidelines.')
    const italian = { ...fromAmazon(''), subject: rawText('Il tuo messaggio all’acquirente non è stato consegnato') }

    assert.equal(understand(guidelines, currentPack()).kind, 'refused')
    assert.equal(understand(italian, currentPack()).kind, 'refused')
  })

  it('names no relay address when the notice holds two', () => {
    const body = 'did not meet our guidelines: aaaaaaaa01@marketplace.amazon.de bbbbbbbb01@marketplace.amazon.de'
    const notice = understand(fromAmazon(body), currentPack())

    assert.equal(notice.kind === 'refused' && notice.relayAddress, undefined)
  })

  it('is nothing the desk understands otherwise', () => {
    assert.deepEqual(understand(fromAmazon('A return was requested.'), currentPack()), { kind: 'other' })
  })
})

describe('a mail from anywhere else', () => {
  it('is a bounce when it carries a delivery report', () => {
    const permanent = understand(fromElsewhere({ deliveryReport: report('5.7.1') }), currentPack())
    const delayed = understand(fromElsewhere({ deliveryReport: report('4.4.1') }), currentPack())

    assert.deepEqual(permanent, {
      kind: 'bounce',
      permanent: true,
      status: '5.7.1',
      recipient: 'alias0001@marketplace.amazon.de',
      mailId: '<r-1@example.com>',
    })
    assert.equal(delayed.kind === 'bounce' && delayed.permanent, false)
  })

  it('is a bounce from Amazon’s own mail server too', () => {
    const bounce = { ...fromAmazon('Undeliverable'), deliveryReport: report('5.1.1') }

    assert.equal(understand(bounce, currentPack()).kind, 'bounce')
  })

  it('is no notice, whatever its type and words say', () => {
    const optOut = { notificationType: 'BUYER_OPTED_OUT_BSM_MESSAGES', body: rawText('did not meet our guidelines') }
    const lookAlikes = [
      'donotreply@amazon.com.example.com',
      'donotreply@amaz0n.com',
      'a@b@amazon.com',
      '"x"@amazon.com',
      '',
    ]

    for (const address of lookAlikes) {
      const claimed = fromElsewhere({ ...optOut, from: { address, name: rawText('Amazon.de') } })
      assert.deepEqual(understand(claimed, currentPack()), { kind: 'other' }, address)
    }
  })
})

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
    ...fields,
  }
}

function fromBuyer(body: string): ParsedMail {
  return mail({ from: { address: 'alias0001@marketplace.amazon.de', name: rawText('Ada') }, body: rawText(body) })
}

function fromAmazon(body: string): ParsedMail {
  return mail({ from: { address: 'donotreply@amazon.com', name: rawText('Amazon') }, body: rawText(body) })
}

function fromElsewhere(fields: Partial<ParsedMail>): ParsedMail {
  return mail({ from: { address: 'mailer-daemon@example.com', name: rawText('') }, ...fields })
}

function report(status: string) {
  return { recipient: 'alias0001@marketplace.amazon.de', status, originalMailId: '<r-1@example.com>' }
}
