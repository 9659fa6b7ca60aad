import type { RawText } from '../model/text.ts'
import type { FileKind } from './attachment/file-kind.ts'

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
  /** The mail's DKIM signatures in their order; `unknown` unless the key was handed in with the mail. */
  readonly signatures: readonly Signature[]
  /** SHA-256 (hex) of what the mail says: author, date, Message-ID, subject, texts, parts; not of the way it took. */
  readonly digest: string
}

/** A part of a mail that is no text of it. Nothing in it is opened, unpacked or fetched. */
export interface ParsedAttachment {
  /** On one line, without a path, at most 255 characters; empty past the hundredth attachment. */
  readonly name: RawText
  /** As the mail declares it, lower case. */
  readonly type: string
  /** What its first bytes and its name say it is. */
  readonly kind: FileKind
  /** It may run, or hides what it is: programs, scripts, HTML, archives, macros, a content unlike its declared type. */
  readonly isRisky: boolean
  readonly sizeBytes: number
  readonly content: Uint8Array
}

/** What became of one DKIM signature. */
export interface Signature {
  /** Signing domain, lower case. */
  readonly domain: string
  readonly result: 'pass' | 'fail' | 'unknown'
  /** Lower-case names of the headers it covers, each in all its occurrences. */
  readonly covers: readonly string[]
  /** Lower-case names of the headers that change what a reader sees, that the mail has and this does not cover. */
  readonly leavesOut: readonly string[]
  /** It covers the beginning of the body only. */
  readonly isPartial: boolean
}

/** The machine-readable part of an RFC 3464 delivery status notification. */
export interface DeliveryReport {
  readonly recipient: string | undefined
  /** Enhanced status, such as 5.7.1; 5 is final, 4 is still trying. */
  readonly status: string
  /** Whether it says that the sender is why: no mail from this address is taken. */
  readonly isSenderRefused: boolean
  /** Message-ID of the mail it is about. */
  readonly originalMailId: string | undefined
}

export type UnreadableReason = 'unparsable' | 'too-complex' | 'repeated-headers'

/** A mail is read, or it is unreadable for a reason and shows the first lines of its headers. */
export type ParseOutcome =
  | { readonly ok: true; readonly mail: ParsedMail }
  | {
      readonly ok: false
      readonly reason: UnreadableReason
      readonly headers: RawText
      /** SHA-256 (hex) of the mail's bytes. */
      readonly digest: string
    }
