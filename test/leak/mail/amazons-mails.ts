import type { CanaryMail } from './buyers-mails.ts'
import { WHOLE_ORDER } from './buyers-mails.ts'
import { base64, entity, escapeHtml, multipart } from './mime.ts'
import type { Planter } from '../planter.ts'

/** Name under which the mailbox's own server writes what it thinks of a mail. */
export const AUTHSERV_ID = 'mx.shop.example'

interface NoticeWish {
  readonly name: string
  readonly type?: string
  readonly from?: string
  readonly sender?: string
  readonly subject: string
  readonly html: string
  readonly isVerified?: boolean
}

function notice({ name, type, from, sender, subject, html, isVerified }: NoticeWish): CanaryMail {
  const headers = [
    ...(isVerified === true ? [`Authentication-Results: ${AUTHSERV_ID}; dkim=pass header.d=amazon.com`] : []),
    `Message-ID: <canary-${name.replaceAll(' ', '-')}@eu-west-1.amazonses.com>`,
    `From: "${sender ?? 'Amazon Seller Central'}" <${from ?? 'donotreply@amazon.com'}>`,
    `Subject: ${subject}`,
    ...(type === undefined ? [] : [`X-Space-Notification-Type: ${type}`]),
    'X-Marketplace-ID: A1PA6795UKMFR9',
    'MIME-Version: 1.0',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ]
  return { name, raw: entity(headers, base64(html)) }
}

/** Mails of Amazon's about orders and about our replies, in which buyers' and others' words stand too. */
export function amazonsMails(planter: Planter): readonly CanaryMail[] {
  const { shown } = planter
  return [
    returnRequest(planter),
    notice({
      name: 'refund',
      type: 'REFUND_ISSUED',
      sender: shown.oneValue('sender name of a refund'),
      subject: `Refund of EUR 12.50 issued - ${shown.oneValue('subject of a refund')} - order 302-2222222-0000002`,
      html: `<p>We have issued a refund of EUR 12.50. ${shown.oneValue('refund')}</p><p>Order ID: 302-2222222-0000002</p>`,
    }),
    notice({
      name: 'claim',
      type: 'A_Z_CLAIM_RESPONDENT_NOTIFY',
      from: 'atoz-guarantee-no-reply@amazon.de',
      subject: 'Refund request received for order 302-2222222-0000003',
      html: `<p>We have received an A-to-z Guarantee claim of EUR 119.00 for order 302-2222222-0000003.</p><p>${inHtml(shown.everyKind('claim'))}</p>`,
    }),
    notice({
      name: 'claim closed',
      type: 'A_Z_CLAIM_RESPONDENT_CLOSE',
      from: 'atoz-guarantee-no-reply@amazon.de',
      subject: 'Your A-to-z Guarantee claim for order 302-2222222-0000003',
      html: `<p>We have granted an A-to-z Guarantee claim of EUR 119.00. ${shown.oneValue('claim closed')}</p>`,
    }),
    notice({
      name: 'cancellation',
      type: 'BRC_SELLER_NOTIFICATION',
      subject: 'Order 302-2222222-0000004: the buyer wants to cancel',
      html: `<p>Reason: ${shown.oneValue('cancellation')}</p>`,
    }),
    ...aboutReplies(planter),
    notice({
      name: 'unknown of Amazon',
      type: 'SOMETHING_NEW_OF_AMAZON',
      from: 'donotreply@amazon.de',
      subject: `News ${shown.oneValue('subject of an unknown mail of Amazon')}`,
      html: `<p>About order 302-2222222-0000008: ${inHtml(shown.everyKind('unknown mail of Amazon'))}</p>`,
    }),
    bounceOf(planter, `<${planter.dropped.number('Message-ID of the mail that came back')}@shop.example>`),
  ]
}

function returnRequest({ shown }: Planter): CanaryMail {
  const cells = [
    shown.oneValue('item of a return request'),
    'B0FIXTURE1',
    shown.oneValue('SKU of a return request'),
    '1',
    shown.oneValue('reason of a return request'),
    inHtml(`${shown.everyKind('comment of a return request')}\n\n${shown.everyOther('comment of a return request')}`),
  ]
  const heads = ['Item', 'ASIN', 'Sku', 'Quantity', 'Reason', 'Customer comment']
  return notice({
    name: 'return request',
    type: 'RETURN_REQUEST',
    subject: 'Return authorisation notification for order 302-2222222-0000001',
    html: `<p>A customer has asked to return the items below.</p><ul><li><b>Order ID:</b> 302-2222222-0000001</li></ul>
<table><tr>${heads.map((head) => `<th>${head}</th>`).join('')}</tr><tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr></table>`,
  })
}

function aboutReplies({ shown, dropped }: Planter): readonly CanaryMail[] {
  const copyOf = (order: string, before: string, said: string): string =>
    `<p>Order ${order}. Here is a copy of the e-mail that you sent to Karl. ${before}</p>------------- Begin message -------------<p>${said}</p>------------- End message -------------<p>[commMgrTok:ACANARY0001]</p>`
  const type = 'BBC_MESSAGE_CONFIRMATION_TO_MERCHANT'
  return [
    notice({
      name: 'copy',
      type,
      subject: `Your e-mail to Karl ${dropped.oneValue('subject of a verified copy')}`,
      html: copyOf(WHOLE_ORDER, dropped.oneValue('around a copy'), inHtml(shown.everyKind('verified copy of a reply'))),
      isVerified: true,
    }),
    notice({
      name: 'unverified copy',
      type,
      subject: `Your e-mail to Karl ${shown.oneValue('subject of a copy')}`,
      html: copyOf('302-2222222-0000005', '', shown.oneValue('unverified copy')),
    }),
    notice({
      name: 'opt-out',
      type: 'BUYER_OPTED_OUT_BSM_MESSAGES',
      from: 'auto-communication@amazon.com',
      subject: `Not delivered ${shown.oneValue('subject of an opt-out')}`,
      html: `<p>Your message for order [302-2222222-0000006] was not delivered, the buyer has opted out. ${shown.oneValue('opt-out')}</p>`,
    }),
    notice({
      name: 'refusal',
      from: 'auto-communication@amazon.com',
      subject: 'Your message could not be delivered',
      html: `<p>Your message for order 302-2222222-0000007 did not meet our guidelines. ${shown.oneValue('refusal')}</p>`,
    }),
  ]
}

/**
 * Tells that a mail with this Message-ID came back. One that is not ours is set aside, and its headers are shown; of one
 * that is nothing is kept but that it came back.
 */
export function bounceOf({ shown, dropped }: Planter, mailId: string, isOurs = false): CanaryMail {
  const heading = isOurs ? dropped : shown
  const of = isOurs ? 'bounce of ours' : 'bounce'
  const report = [
    'Reporting-MTA: dns; smtp.shop.example',
    '',
    `Final-Recipient: rfc822; f${dropped.number(`recipient of a ${of}`)}@marketplace.amazon.de`,
    'Action: failed',
    'Status: 5.7.1',
    `Diagnostic-Code: smtp; 550 5.7.1 ${dropped.oneValue(`diagnostic text of a ${of}`)}`,
  ]
  const original = entity(
    [
      `Subject: ${dropped.oneValue(`subject in a ${of}`)}`,
      `Message-ID: ${mailId}`,
      'Content-Type: text/plain; charset=utf-8',
    ],
    dropped.everyKind(`mail in a ${of}`),
  )
  const raw = entity(
    [
      `From: "${heading.oneValue(`sender name of a ${of}`)}" <MAILER-DAEMON@smtp.shop.example>`,
      `Subject: Undelivered ${heading.oneValue(`subject of a ${of}`)}`,
      `Message-ID: <canary-${of.replaceAll(' ', '-')}@smtp.shop.example>`,
      'MIME-Version: 1.0',
      'Content-Type: multipart/report; report-type=delivery-status; boundary="canary-bounce"',
    ],
    multipart('canary-bounce', [
      entity(['Content-Type: text/plain; charset=utf-8'], dropped.oneValue(`words of a ${of}`)),
      entity(['Content-Type: message/delivery-status'], report.join('\n')),
      entity(['Content-Type: message/rfc822'], original),
    ]),
  )
  return { name: of, raw }
}

function inHtml(text: string): string {
  return escapeHtml(text).replaceAll('\n', '<br>')
}
