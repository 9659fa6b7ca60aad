import type { ParsedAttachment, ParsedMail } from '../parsed-mail.ts'

/** A mail whose attachments' contents travel beside it, one after another. */
export type MailInFrame = Omit<ParsedMail, 'attachments'> & {
  readonly attachments: readonly Omit<ParsedAttachment, 'content'>[]
}

/** Takes the contents out of a mail. */
export function withoutContents(mail: ParsedMail): {
  readonly mail: MailInFrame
  readonly contents: readonly Uint8Array[]
} {
  const attachments = mail.attachments.map(withoutContent)
  return { mail: { ...mail, attachments }, contents: mail.attachments.map(({ content }) => content) }
}

/** Gives a mail its contents back, as views of the bytes that came beside it. */
export function withContents(mail: MailInFrame, bytes: Uint8Array): ParsedMail {
  let at = 0
  const attachments = mail.attachments.map((each) => {
    const content = bytes.subarray(at, at + each.sizeBytes)
    at += each.sizeBytes
    return { ...each, content }
  })
  return { ...mail, attachments }
}

function withoutContent({ name, type, kind, isRisky, sizeBytes }: ParsedAttachment): Omit<ParsedAttachment, 'content'> {
  return { name, type, kind, isRisky, sizeBytes }
}
