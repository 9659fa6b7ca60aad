import PostalMime from 'postal-mime'

/** A reply of the seller's as the relay took it. */
export interface TakenReply {
  /** The address in the From header, in lower case. */
  readonly from: string
  /** The relay address it came to. */
  readonly to: string
  /** Message-ID, In-Reply-To and References keep their angle brackets. */
  readonly mailId: string | undefined
  readonly inReplyTo: string | undefined
  readonly references: readonly string[]
  readonly subject: string
  readonly text: string
  readonly at: Date
  /** The whole mail. */
  readonly raw: string
}

/** A taken reply with what only its treatment needs. */
export interface IncomingReply extends TakenReply {
  /** The envelope's sender, to whom a bounce goes. */
  readonly envelopeFrom: string
  readonly html: string
  readonly bytes: Uint8Array
}

/** Reads the bytes of a reply. Never throws on odd mail: what cannot be read is empty. */
export async function readReply(options: {
  readonly bytes: Uint8Array
  readonly envelopeFrom: string
  readonly to: string
  readonly at: Date
}): Promise<IncomingReply> {
  const mail = await PostalMime.parse(options.bytes)
  return {
    from: (mail.from?.address ?? '').toLowerCase(),
    to: options.to,
    mailId: mail.messageId,
    inReplyTo: mail.inReplyTo,
    references: mail.references?.match(/<[^<>\s]+>/gu) ?? [],
    subject: mail.subject ?? '',
    text: mail.text ?? '',
    at: options.at,
    raw: Buffer.from(options.bytes).toString('utf8'),
    envelopeFrom: options.envelopeFrom.toLowerCase(),
    html: mail.html ?? '',
    bytes: options.bytes,
  }
}

/** The reply as it is shown: field by field, without what only its treatment needs. */
export function presentReply(reply: TakenReply): TakenReply {
  const { from, to, mailId, inReplyTo, references, subject, text, at, raw } = reply
  return { from, to, mailId, inReplyTo, references, subject, text, at, raw }
}
