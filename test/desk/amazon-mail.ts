import { createSigningKey, type SigningKey } from '../../sim/amazon-relay/mail/signing-key.ts'
import { signMail } from '../../sim/amazon-relay/mail/compose.ts'
import type { ResolveTxt } from '../../src/parse/dkim-keys.ts'

/** A mail of Amazon's about an order, in the shape of real ones and with invented values. */
export interface NoticeWish {
  readonly type: string
  readonly from?: string
  readonly orderId: string
  readonly subject: string
  readonly html: string
  readonly date: Date
}

let count = 0

/** Writes a notice; each call is another mail. */
export function amazonNotice(wish: NoticeWish): string {
  count += 1
  const lines = [
    `Message-ID: <notice-${count}@eu-west-1.amazonses.com>`,
    `Date: ${wish.date.toUTCString().replace('GMT', '+0000')}`,
    `From: "Amazon Seller Central" <${wish.from ?? 'donotreply@amazon.com'}>`,
    'To: desk@shop.example',
    `Subject: ${wish.subject}`,
    `X-Space-Notification-Type: ${wish.type}`,
    'X-Marketplace-ID: A1PA6795UKMFR9',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    '',
    wish.html,
    '',
  ]
  return lines.join('\r\n')
}

/** A buyer asks to return an order. */
export function returnRequest(orderId: string, date: Date): string {
  const subject = `Return authorisation notification for order ${orderId}`
  const html = `<p>A customer has asked to return the items below.</p><ul><li><b>Order ID:</b> ${orderId}</li></ul>
<table><tr><th>Item</th><th>ASIN</th><th>Sku</th><th>Quantity</th><th>Reason</th></tr><tr><td>Kettle</td><td>B0FIXTURE1</td><td>K-1</td><td>1</td><td>Lid does not close</td></tr></table>`
  return amazonNotice({ type: 'RETURN_REQUEST', orderId, subject, html, date })
}

/** Amazon tells of a refund. */
export function refundIssued(orderId: string, date: Date): string {
  const subject = `Refund of EUR 12.50 issued - order ${orderId}`
  const html = `<p>We have issued a refund of EUR 12.50 for the following items:</p><ul><li><b>Order ID:</b> ${orderId}</li><li><b>Fulfilment:</b> Seller Fulfilled</li></ul>`
  return amazonNotice({ type: 'REFUND_ISSUED', orderId, subject, html, date })
}

/** Amazon tells of an A-to-z claim that asks for an answer within so many calendar days. */
export function claimOpened(orderId: string, date: Date, days: number): string {
  const subject = `Refund request received for order ${orderId}`
  const html = `<p>We have received an A-to-z Guarantee claim of EUR 119.00 for order ${orderId}.</p><p>You must respond within ${days} calendar days.</p>`
  const from = 'atoz-guarantee-no-reply@amazon.de'
  return amazonNotice({ type: 'A_Z_CLAIM_RESPONDENT_NOTIFY', from, orderId, subject, html, date })
}

/** Amazon has decided an A-to-z claim for the buyer. */
export function claimClosed(orderId: string, date: Date): string {
  const subject = `Your A-to-z Guarantee claim for order ${orderId}`
  const html = `<p>We have granted an A-to-z Guarantee claim of EUR 119.00 for order ${orderId}. We have debited your account.</p>`
  const from = 'atoz-guarantee-no-reply@amazon.de'
  return amazonNotice({ type: 'A_Z_CLAIM_RESPONDENT_CLOSE', from, orderId, subject, html, date })
}

/** Signs mails as Amazon does, and answers for the key. */
export interface AmazonSigner {
  readonly resolveTxt: ResolveTxt
  sign(mail: string): Promise<Uint8Array>
}

export async function openSigner(): Promise<AmazonSigner> {
  const key: SigningKey = await createSigningKey()
  return {
    resolveTxt: async (name) => (name.startsWith(`${key.selector}._domainkey.`) ? [[key.record]] : []),
    sign(mail) {
      const from = /^From: .*<([^>]+)>/mu.exec(mail)?.[1] ?? ''
      return signMail(Buffer.from(mail), from, key)
    },
  }
}
