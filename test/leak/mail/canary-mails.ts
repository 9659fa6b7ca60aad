import type { Canary } from '../canaries.ts'

/* Card numbers whose check digits are right, one for each place, so that a find tells where it came from. */
const CARD = {
  body: '4111 1111 1111 1111',
  dashed: '5555-5555-5555-4444',
  html: '5105 1051 0510 5100',
  subject: '4012 8888 8888 1881',
  senderName: '6011 1111 1111 1117',
  quoted: '3530 1113 3330 0000',
  quarantined: '4000 0566 5566 5556',
  quarantinedSubject: '5200 8282 8282 8210',
  refused: '6011 0009 9013 9424',
  ownText: '4242 4242 4242 4242',
  messageId: '4917610000000000',
  marketplaceId: '4222222222222',
} as const
const IBAN = 'DE89 3704 0044 0532 0130 00'
const PASSWORD = 'Zwiebel"Turm77'
const EMAIL = 'gustav.geheim@privat.example'
const PHONE = '030 23125042'

export const OWN_TEXT = `Unsere Karte ist ${CARD.ownText}.`

export const CANARIES: readonly Canary[] = [
  ...Object.entries(CARD).map(([place, value]) => ({ place, value })),
  { place: 'IBAN', value: IBAN },
  { place: 'password', value: PASSWORD },
  { place: 'e-mail address', value: EMAIL },
  { place: 'phone number', value: PHONE },
]

const BUYERS_WORD = 'Teekannendeckelsprung'
const OUR_WORD = 'Porzellankleberrest'

export const CLEAN_DRAFT = `Guten Tag, der ${OUR_WORD} kommt morgen.`

/** Words that are kept, sealed: the desk shows them, and nowhere else do they stand in the clear. */
export const SEALED_WORDS: readonly Canary[] = [
  { place: 'word of the buyer', value: BUYERS_WORD },
  { place: 'word of ours', value: OUR_WORD },
]

/** A buyer's mail that holds a secret wherever a buyer can write one. */
export function buyerCanaryMail(to: string): string {
  const text = [
    `Ein ${BUYERS_WORD}! Meine Karte ist ${CARD.body}, die alte war ${CARD.dashed}. IBAN ${IBAN}.`,
    `Mein Passwort ist ${PASSWORD} und meine Adresse ${EMAIL}, Telefon ${PHONE}.`,
    '',
    `> Am Montag schrieb ich schon: ${CARD.quoted}`,
  ]
  const html = `<html><body><pre>Meine Karte ist ${CARD.html}</pre></body></html>`
  return [
    `Message-ID: <${CARD.messageId}@eu-west-1.amazonses.com>`,
    `X-Marketplace-ID: ${CARD.marketplaceId}`,
    `From: "Karl ${CARD.senderName}" <a1b2c3d4e5f6g7h8@marketplace.amazon.de>`,
    `To: ${to}`,
    `Subject: Karte ${CARD.subject} (Bestellung: 302-1234567-1234567)`,
    'X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT',
    'MIME-Version: 1.0',
    'Content-Type: multipart/alternative; boundary="canary"',
    '',
    '--canary',
    'Content-Type: text/plain; charset=utf-8',
    '',
    ...text,
    '--canary',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(html).toString('base64'),
    '--canary--',
    '',
  ].join('\r\n')
}

/** A buyer's mail of HTML alone, so that its text comes from there. */
export function htmlCanaryMail(to: string): string {
  return [
    'Message-ID: <canary-2@eu-west-1.amazonses.com>',
    'From: "Karl Muster" <a1b2c3d4e5f6g7h8@marketplace.amazon.de>',
    `To: ${to}`,
    'Subject: Frage (Bestellung: 302-1234567-1234567)',
    'Content-Type: text/html; charset=utf-8',
    '',
    `<html><body><pre>Meine Karte ist ${CARD.html}</pre></body></html>`,
    '',
  ].join('\r\n')
}

/** A mail that is nobody's: it is kept whole, and sealed. */
export function strangersCanaryMail(to: string): string {
  return [
    'From: "Jemand" <jemand@elsewhere.example>',
    `To: ${to}`,
    `Subject: Karte ${CARD.quarantinedSubject}`,
    '',
    `Meine Karte ist ${CARD.quarantined}`,
    '',
  ].join('\r\n')
}

/** A mail to an address nobody has: the door refuses it before it is sent. */
export const REFUSED_MAIL = `Subject: Karte\r\n\r\nMeine Karte ist ${CARD.refused}\r\n`
