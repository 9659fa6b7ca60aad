import PostalMime, { type Attachment, type Email } from 'postal-mime'
import { oneLine, withoutControls } from '../base/text.ts'
import { rawText } from '../model/text.ts'
import { attachment, type FilePart } from './attachment/attachment.ts'
import type { DkimKeys } from './dkim-keys.ts'
import { mailDigest } from './mail-digest.ts'
import { authorOf } from './mime/author.ts'
import { deliveryReport } from './mime/delivery-report.ts'
import { htmlText, markedHtmlText } from './mime/html-text.ts'
import { firstMailId, references } from './mime/mail-id.ts'
import type { ParsedMail } from './parsed-mail.ts'
import { MAIL_LIMITS } from './pre-scan.ts'
import { checkSignatures } from './sender/check-signatures.ts'
import { TooComplex } from './mime/too-complex.ts'

/**
 * What the text of a mail may hold, in characters. Beyond: `TooComplex`; a text is never cut. The rules look at all of it
 * in the desk's own thread, and no mail of Amazon's is nearly so long.
 */
export const TEXT_LIMIT = 100_000

/** How many verdicts of servers are kept, the newest first; a way has fewer. */
const VERDICTS_KEPT = 20

const PARSER_LIMITS = {
  maxNestingDepth: MAIL_LIMITS.nesting,
  maxHeadersSize: MAIL_LIMITS.headerBytes,
  // A mail inside a mail stays an attachment: its words are not the sender's.
  forceRfc822Attachments: true,
} as const

/** With what signatures are checked, since the reader asks nobody. */
export interface SignatureCheck {
  readonly keys: DkimKeys
  /** When the mail is read; a signature may have expired by then. */
  readonly now: Date
}

/** Without keys nothing is checked, and no time is needed. */
const NO_CHECK: SignatureCheck = { keys: new Map(), now: new Date(0) }

/**
 * Reads the bytes of one mail. Runs inside the cage, since its time and memory are bounded there alone.
 * Throws `TooComplex` beyond a limit; bytes that are no mail give an empty one.
 */
export async function readMail(bytes: Uint8Array, check: SignatureCheck = NO_CHECK): Promise<ParsedMail> {
  const signatures = await checkSignatures(bytes, check)
  const mail = await parse(bytes)
  const parts = mail.attachments.map(filePart)
  const said = {
    ...readTexts(mail),
    mailId: firstMailId(mail.messageId ?? ''),
    from: authorOf(header(mail, 'from') ?? ''),
    date: readDate(mail.date),
    subject: rawText(oneLine(mail.subject ?? '')),
    notificationType: header(mail, 'x-space-notification-type'),
    attachments: parts.map(attachment),
  }
  return {
    ...said,
    inReplyTo: firstMailId(mail.inReplyTo ?? ''),
    references: references(mail.references ?? ''),
    to: (mail.to ?? []).flatMap((each) => (each.address ? [oneLine(each.address)] : [])),
    marketplaceId: header(mail, 'x-marketplace-id'),
    deliveryReport: deliveryReport(parts),
    receivedAt: readReceivedAt(header(mail, 'received') ?? ''),
    authenticationResults: readVerdicts(mail),
    signatures,
    digest: mailDigest(said),
  }
}

async function parse(bytes: Uint8Array): Promise<Email> {
  try {
    return await PostalMime.parse(wholeBuffer(bytes), PARSER_LIMITS)
  } catch (error) {
    // The parser has no codes: "Maximum MIME nesting depth of ..." and "Maximum header size of ..." are its limits.
    if (error instanceof Error && error.message.startsWith('Maximum ')) throw new TooComplex({ cause: error })
    throw error
  }
}

function readTexts(mail: Email): Pick<ParsedMail, 'body' | 'markedText'> {
  const body = withoutControls(mail.text ?? htmlText(mail.html ?? ''))
  if (body.length > TEXT_LIMIT) throw new TooComplex()
  const marked = markedHtmlText(mail.html ?? '')
  return { body: rawText(body), markedText: marked === undefined ? undefined : rawText(withoutControls(marked)) }
}

/** A view of a part of a buffer is copied by the parser, a whole buffer is not. */
function wholeBuffer(bytes: Uint8Array): Uint8Array | ArrayBuffer {
  const { buffer } = bytes
  return buffer instanceof ArrayBuffer && buffer.byteLength === bytes.length ? buffer : bytes
}

function readDate(text: string | undefined): Date | undefined {
  const ms = Date.parse(text ?? '')
  return Number.isNaN(ms) ? undefined : new Date(ms)
}

/** RFC 5321: the time stands behind the last semicolon. */
function readReceivedAt(received: string): Date | undefined {
  return readDate(received.slice(received.lastIndexOf(';') + 1))
}

function readVerdicts(mail: Email): readonly string[] {
  const verdicts = mail.headers.filter(({ key }) => key === 'authentication-results')
  return verdicts.slice(0, VERDICTS_KEPT).map(({ value }) => oneLine(value))
}

function header(mail: Email, key: string): string | undefined {
  const found = mail.headers.find((each) => each.key === key)
  return found && oneLine(found.value)
}

function filePart(part: Attachment): FilePart {
  const content = typeof part.content === 'string' ? Buffer.from(part.content) : new Uint8Array(part.content)
  return { name: part.filename ?? '', type: oneLine(part.mimeType), content }
}
