import { createHash } from 'node:crypto'
import type { ParsedMail } from './parsed-mail.ts'

/** What a digest is made of. */
export type DigestedMail = Pick<
  ParsedMail,
  'from' | 'date' | 'mailId' | 'subject' | 'body' | 'markedText' | 'notificationType' | 'attachments'
>

/**
 * SHA-256 (hex) of what a mail says. The same for two copies of a mail that took different ways (Received, flags, added
 * headers, line ends), another as soon as a word or an attachment differs.
 */
export function mailDigest(mail: DigestedMail): string {
  const said = [
    mail.from.address,
    mail.from.name,
    mail.date?.getTime() ?? null,
    mail.mailId ?? null,
    mail.subject,
    mail.body,
    mail.markedText ?? null,
    mail.notificationType ?? null,
    mail.attachments.map(({ name, type, content }) => [name, type, content.length, sha256(content)]),
  ]
  return sha256(JSON.stringify(said))
}

function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex')
}
