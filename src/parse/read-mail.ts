import PostalMime, { type Attachment, type Email, addressParser } from 'postal-mime'
import { oneLine, withoutControls } from '../base/text.ts'
import { rawText } from '../model/text.ts'
import { deliveryReport } from './mime/delivery-report.ts'
import { htmlText, markedHtmlText } from './mime/html-text.ts'
import { firstMailId, references } from './mime/mail-id.ts'
import type { ParsedMail } from './parsed-mail.ts'
import { MAIL_LIMITS } from './pre-scan.ts'
import { TooComplex } from './mime/too-complex.ts'

/** What the text of a mail may hold, in characters. Beyond: `TooComplex`; a text is never cut. */
export const TEXT_LIMIT = 1_000_000

const PARSER_LIMITS = {
  maxNestingDepth: MAIL_LIMITS.nesting,
  maxHeadersSize: MAIL_LIMITS.headerBytes,
  // A mail inside a mail stays an attachment: its words are not the sender's.
  forceRfc822Attachments: true,
} as const

/**
 * Reads the bytes of one mail. Runs inside the cage, since its time and memory are bounded there alone.
 * Throws `TooComplex` beyond a limit; bytes that are no mail give an empty one.
 */
export async function readMail(bytes: Uint8Array): Promise<ParsedMail> {
  const mail = await parse(bytes)
  const body = withoutControls(mail.text ?? htmlText(mail.html ?? ''))
  if (body.length > TEXT_LIMIT) throw new TooComplex()
  const marked = markedHtmlText(mail.html ?? '')
  return {
    mailId: firstMailId(mail.messageId ?? ''),
    inReplyTo: firstMailId(mail.inReplyTo ?? ''),
    references: references(mail.references ?? ''),
    from: readFrom(mail),
    to: (mail.to ?? []).flatMap((each) => (each.address ? [oneLine(each.address)] : [])),
    date: readDate(mail.date),
    subject: rawText(oneLine(mail.subject ?? '')),
    body: rawText(body),
    markedText: marked === undefined ? undefined : rawText(withoutControls(marked)),
    notificationType: header(mail, 'x-space-notification-type'),
    marketplaceId: header(mail, 'x-marketplace-id'),
    deliveryReport: deliveryReport(mail.attachments.map((part) => ({ type: part.mimeType, content: contentOf(part) }))),
    attachments: mail.attachments.map((part) => ({
      name: rawText(oneLine(part.filename ?? '')),
      type: oneLine(part.mimeType),
      sizeBytes: contentOf(part).length,
    })),
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(bytes, PARSER_LIMITS)
  } catch (error) {
    // The parser has no codes: "Maximum MIME nesting depth of ..." and "Maximum header size of ..." are its limits.
    if (error instanceof Error && error.message.startsWith('Maximum ')) throw new TooComplex({ cause: error })
    throw error
  }
}

/** Exactly one author counts: with two, readers disagree on who speaks. Then, or in a group, the address is empty. */
function readFrom(mail: Email): ParsedMail['from'] {
  const authors = addressParser(header(mail, 'from') ?? '', { flatten: true })
  const [author] = authors
  if (!author || authors.length > 1) return { address: '', name: rawText('') }
  return { address: oneLine(author.address ?? ''), name: rawText(oneLine(author.name)) }
}

function readDate(text: string | undefined): Date | undefined {
  const ms = Date.parse(text ?? '')
  return Number.isNaN(ms) ? undefined : new Date(ms)
}

function header(mail: Email, key: string): string | undefined {
  const found = mail.headers.find((each) => each.key === key)
  return found && oneLine(found.value)
}

function contentOf(part: Attachment): Uint8Array {
  return typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content)
}
