import type { ImapMail } from '../../channel/mail/imap/mail.ts'
import type { ComingMail } from './coming-mail.ts'

/** A mail as its IMAP server handed it over. One without a date that can be read arrived now, as far as anybody knows. */
export function comingFromImap(
  mail: ImapMail,
  { uidValidity, now }: { readonly uidValidity: number; readonly now: Date },
): ComingMail {
  const { uid, internalDate, sizeBytes } = mail
  const content =
    mail.bytes === undefined ? { bytes: mail.header, isTooLarge: true } : { bytes: mail.bytes, isTooLarge: false }
  return { door: 'imap', uidValidity, uid, arrivedAt: internalDate ?? now, sizeBytes, ...content }
}
