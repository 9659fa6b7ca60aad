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
  readonly attachments: readonly ParsedAttachment[]
  /** When the newest server took the mail, by its Received header. */
  readonly receivedAt: Date | undefined
  /** Values of the Authentication-Results headers, the newest first. */
  readonly authenticationResults: readonly string[]
  /** The DKIM signatures whose key was handed in with the mail. */
  readonly signatures: readonly Signature[]
  /** SHA-256 (hex) of what the mail says: author, date, Message-ID, subject, texts, parts; not of the way it took. */
  readonly digest: string
}

/** A part of a mail that is no text of it. */
export interface ParsedAttachment {
  readonly name: RawText
  readonly type: string
  readonly sizeBytes: number
  readonly content: Uint8Array
}

/** What became of one DKIM signature. */
export interface Signature {
  /** Signing domain, lower case. */
  readonly domain: string
  readonly result: 'pass' | 'fail' | 'unknown'
  /** Lower-case names of the headers it covers. */
  readonly covers: readonly string[]
  /** It covers the beginning of the body only. */
  readonly isPartial: boolean
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
