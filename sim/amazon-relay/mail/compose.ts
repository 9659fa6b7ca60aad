import { buffer } from 'node:stream/consumers'
import DKIM from 'nodemailer/lib/dkim'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { SigningKey } from './signing-key.ts'

/** Signed beside the usual ones: the headers a reader takes Amazon's word for. */
const SIGNED_HEADERS =
  'From:Reply-To:To:Subject:Date:Message-ID:In-Reply-To:MIME-Version:Content-Type:Content-Transfer-Encoding:X-Space-Notification-Type:X-Marketplace-ID'

/** A file that comes with a mail. */
export interface Attachment {
  readonly filename: string
  readonly contentType: string
  readonly content: Uint8Array
}

/** One mail of Amazon's before it is written out. */
export interface MailPlan {
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  readonly subject: string
  /** In angle brackets. */
  readonly mailId: string
  readonly date: Date
  readonly inReplyTo?: string | undefined
  /** X-Space-Notification-Type, where Amazon is known to set one. */
  readonly notificationType?: string | undefined
  readonly marketplaceId: string
  readonly text?: string | undefined
  readonly html?: string | undefined
  readonly attachments?: readonly Attachment[]
  readonly boundary: string
}

/** The bytes of a mail, signed by the domain of its sender. */
export async function composeMail(plan: MailPlan, key: SigningKey): Promise<Buffer> {
  const composer = new MailComposer({
    from: plan.from,
    replyTo: plan.from,
    to: plan.to,
    subject: plan.subject,
    messageId: plan.mailId,
    date: plan.date,
    inReplyTo: plan.inReplyTo,
    references: plan.inReplyTo,
    headers: amazonHeaders(plan),
    text: plan.text,
    html: plan.html,
    attachments: (plan.attachments ?? []).map((file) => ({ ...file, content: Buffer.from(file.content) })),
    baseBoundary: plan.boundary,
    newline: 'win',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return signMail(await composer.compile().build(), plan.from.address, key)
}

/** A mail with a DKIM signature of the sender's domain on top. */
export async function signMail(raw: Buffer, sender: string, key: SigningKey): Promise<Buffer> {
  const signer = new DKIM({
    domainName: sender.slice(sender.indexOf('@') + 1),
    keySelector: key.selector,
    privateKey: key.privateKey,
    headerFieldNames: SIGNED_HEADERS,
  })
  return buffer(signer.sign(raw))
}

function amazonHeaders({ notificationType, marketplaceId }: MailPlan): Record<string, string> {
  return {
    ...(notificationType === undefined ? {} : { 'X-Space-Notification-Type': notificationType }),
    'X-Marketplace-ID': marketplaceId,
  }
}
