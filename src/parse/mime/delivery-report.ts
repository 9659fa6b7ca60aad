import { oneLine } from '../../base/text.ts'
import { headerValue, unfold } from './header-lines.ts'
import { firstMailId } from './mail-id.ts'
import { isSenderRefused } from './sender-refused.ts'
import type { DeliveryReport } from '../parsed-mail.ts'

/** A part of a mail. */
export interface ReportPart {
  readonly type: string
  readonly content: Uint8Array
}

/** How much of a part is looked at: a report on one mail, or the headers of the mail that came back. */
const PART_BYTES = 64 * 1024

const STATUS_TYPES: ReadonlySet<string> = new Set(['message/delivery-status', 'message/global-delivery-status'])
const ORIGINAL_TYPES: ReadonlySet<string> = new Set(['text/rfc822-headers', 'message/rfc822', 'message/global'])

/**
 * The delivery report among the parts of a mail, or nothing. It tells of the first recipient with a permanent failure,
 * else of the first one.
 */
export function deliveryReport(parts: readonly ReportPart[]): DeliveryReport | undefined {
  const status = parts.find((part) => STATUS_TYPES.has(part.type))
  if (!status) return undefined
  const recipients = groups(status).flatMap(readRecipient)
  const recipient = recipients.find((each) => each.status.startsWith('5')) ?? recipients[0]
  if (!recipient) return undefined
  const original = parts.find((part) => ORIGINAL_TYPES.has(part.type))
  return { ...recipient, originalMailId: original && originalMailId(original) }
}

function readRecipient(headers: readonly string[]): Omit<DeliveryReport, 'originalMailId'>[] {
  const status = /\b[245]\.\d{1,3}\.\d{1,3}\b/u.exec(headerValue(headers, 'status') ?? '')?.[0]
  if (status === undefined) return []
  const recipient = headerValue(headers, 'original-recipient') ?? headerValue(headers, 'final-recipient')
  const diagnostic = headerValue(headers, 'diagnostic-code') ?? ''
  const refused = isSenderRefused(status, diagnostic)
  return [{ recipient: recipient && addressOf(recipient), status, isSenderRefused: refused }]
}

/** The address behind its type, as in `rfc822; someone@example.com`. */
function addressOf(value: string): string {
  return oneLine(value.slice(value.indexOf(';') + 1)).toLowerCase()
}

function originalMailId(part: ReportPart): string | undefined {
  return firstMailId(headerValue(groups(part)[0] ?? [], 'message-id') ?? '')
}

/** Blocks of headers, divided by empty lines. */
function groups(part: ReportPart): (readonly string[])[] {
  const text = Buffer.from(part.content.subarray(0, PART_BYTES)).toString('latin1')
  const blocks = text
    .replace(/\r\n?/gu, '\n')
    .trim()
    .split(/\n{2,}/u)
  return blocks.map((block) => unfold(block.split('\n')))
}
