import type { RawText } from '../model/text.ts'

/** What the caged parser gives back of one mail: plain values, header values on one line, nothing trusted. */
export interface ParsedMail {
  readonly mailId: string | undefined
  readonly inReplyTo: string | undefined
  readonly references: readonly string[]
  readonly from: { readonly address: string; readonly name: RawText }
  readonly to: readonly string[]
  readonly date: Date | undefined
  readonly subject: RawText
  /** The plain part, else text made of the HTML part; line ends `\n`. */
  readonly body: RawText
  /** The buyer's own text where the HTML part marks it (`<pre>`); Amazon's template around it is gone. */
  readonly markedText: RawText | undefined
  /** X-Space-Notification-Type and X-Marketplace-ID as they came. */
  readonly notificationType: string | undefined
  readonly marketplaceId: string | undefined
  readonly deliveryReport: DeliveryReport | undefined
  readonly attachments: readonly { readonly name: RawText; readonly type: string; readonly sizeBytes: number }[]
}

/** The machine-readable part of an RFC 3464 delivery status notification. */
export interface DeliveryReport {
  readonly recipient: string | undefined
  /** Enhanced status, such as 5.7.1; 5 is final, 4 is still trying. */
  readonly status: string
  /** Message-ID of the mail it is about. */
  readonly originalMailId: string | undefined
}

export type UnreadableReason = 'unparsable' | 'too-complex' | 'repeated-headers'

/** A mail is read, or it is unreadable for a reason and shows the first lines of its headers. */
export type ParseOutcome =
  | { readonly ok: true; readonly mail: ParsedMail }
  | { readonly ok: false; readonly reason: UnreadableReason; readonly headers: RawText }
