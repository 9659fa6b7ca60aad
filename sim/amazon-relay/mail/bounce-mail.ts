/** The facts of a delivery status notification. */
export interface BounceFacts {
  /** Who reports: MAILER-DAEMON at the relay's domain. */
  readonly from: string
  /** The envelope sender of the reply. */
  readonly to: string
  /** The relay address that took no mail. */
  readonly recipient: string
  readonly mailId: string
  readonly date: Date
  /** The reply's bytes; its header comes back with the report. */
  readonly original: Uint8Array
  readonly boundary: string
}

const ENHANCED_STATUS = '5.1.1'
const DIAGNOSTIC = 'smtp; 550 5.1.1 mailbox unavailable'

/** The bytes of a final bounce by RFC 3464. Written by hand: every byte of it is ASCII and fixed by the RFC. */
export function bounceMail(facts: BounceFacts): Buffer {
  const lines = [
    `From: Mail Delivery System <${facts.from}>`,
    `To: ${facts.to}`,
    'Subject: Undelivered Mail Returned to Sender',
    `Date: ${facts.date.toUTCString().replace('GMT', '+0000')}`,
    `Message-ID: ${facts.mailId}`,
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    `Content-Type: multipart/report; report-type=delivery-status; boundary="${facts.boundary}"`,
    '',
    `--${facts.boundary}`,
    'Content-Type: text/plain; charset=us-ascii',
    '',
    'This is the mail system. Your message could not be delivered.',
    `--${facts.boundary}`,
    'Content-Type: message/delivery-status',
    '',
    `Reporting-MTA: dns; ${facts.from.slice(facts.from.indexOf('@') + 1)}`,
    '',
    `Final-Recipient: rfc822; ${facts.recipient}`,
    'Action: failed',
    `Status: ${ENHANCED_STATUS}`,
    `Diagnostic-Code: ${DIAGNOSTIC}`,
    '',
    `--${facts.boundary}`,
    'Content-Type: text/rfc822-headers',
    '',
    headerOf(facts.original),
    '',
    `--${facts.boundary}--`,
    '',
  ]
  return Buffer.from(lines.join('\r\n'), 'ascii')
}

function headerOf(original: Uint8Array): string {
  const text = Buffer.from(original).toString('latin1')
  const end = text.indexOf('\r\n\r\n')
  return (end === -1 ? text : text.slice(0, end)).replace(/[\u0080-\u00ff]/gu, '?')
}
