/** A buyer's mail in the relay's shape; every part has a default and invented values. */
export interface BuyerMailWish {
  readonly to: string
  readonly text?: string
  readonly alias?: string
  readonly caseId?: string
  readonly name?: string
  readonly subject?: string
  readonly orderId?: string
  readonly messageToken?: string
  readonly threadToken?: string
  readonly mailId?: string
  readonly date?: Date
}

let count = 0

/** The first bytes of a JPEG, which is enough to know one. */
const PHOTO = Buffer.from('ffd8ffe000104a46494600010100000100010000ffd9', 'hex')

/** A buyer's mail with a photo. */
export function buyerMailWithPhoto(wish: BuyerMailWish): string {
  const [head = '', ...body] = buyerMail(wish).split('\r\n\r\n')
  const type = 'Content-Type: text/plain; charset=utf-8'
  return [
    head.replace(type, 'Content-Type: multipart/mixed; boundary="photo"'),
    `--photo\r\n${type}`,
    `${body.join('\r\n\r\n')}\r\n--photo\r\nContent-Type: image/jpeg; name="deckel.jpg"\r\nContent-Transfer-Encoding: base64`,
    `${PHOTO.toString('base64')}\r\n--photo--\r\n`,
  ].join('\r\n\r\n')
}

/** Writes a buyer's mail; each call is another message of the same buyer unless said otherwise. */
export function buyerMail(wish: BuyerMailWish): string {
  count += 1
  const alias = wish.alias ?? 'a1b2c3d4e5f6g7h8'
  const address = wish.caseId === undefined ? alias : `${alias}+${wish.caseId}`
  const order = wish.orderId ?? '302-1234567-1234567'
  const token = wish.messageToken ?? `A0MESSAGE${String(count).padStart(8, '0')}`
  const lines = [
    `Message-ID: ${wish.mailId ?? `<test-${count}@eu-west-1.amazonses.com>`}`,
    ...(wish.date === undefined ? [] : [`Date: ${wish.date.toUTCString().replace('GMT', '+0000')}`]),
    `From: "${wish.name ?? 'Rosalinde Fichtenau'}" <${address}@marketplace.amazon.de>`,
    `To: ${wish.to}`,
    `Subject: ${wish.subject ?? `Frage von Amazon-Kunde (Bestellung: ${order})`}`,
    'X-Space-Notification-Type: BBC_MESSAGE_SENT_TO_MERCHANT',
    'X-Marketplace-ID: A1PA6795UKMFR9',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Sie haben eine Nachricht erhalten.',
    '',
    `# ${order}:`,
    '1 / Teekanne [ASIN: B0FIXTURE1]',
    '',
    '------------- Anfang der Nachricht -------------',
    '',
    wish.text ?? 'Guten Tag, wo ist mein Paket? Es sollte schon am Montag kommen.',
    '',
    '------------- Ende der Nachricht -------------',
    '',
    `https://sellercentral.amazon.de/messaging/no-response-needed?t=${wish.threadToken ?? 'A0THREAD0000001'}&m=${token}&mp=A1PA6795UKMFR9&c=A0CUSTOMER&h=0000000000000000000000000000000000000000&s=1`,
    '',
    'SPC-EUAmazon-0000000000000000',
    '',
  ]
  return lines.join('\r\n')
}
