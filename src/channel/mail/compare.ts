import { Fault } from '../../base/fault.ts'
import { headerName, headerValue, unfold } from '../../parse/mime/header-lines.ts'
import { MailCursor } from '../../parse/mime/mail-cursor.ts'
import type { ParsedMail } from '../../parse/parsed-mail.ts'
import { MAIL_LIMITS, preScan } from '../../parse/pre-scan.ts'
import { readMail } from '../../parse/read-mail.ts'
import type { ClearedReply } from '../../policy/gate/cleared-reply.ts'
import type { ComposedMail } from './compose.ts'
import { replyHeaders } from './reply-headers.ts'
import { replyText } from './reply-text.ts'

/** The headers that say how the text is written, as the only ones besides those of the reply. */
const CONTENT_HEADERS = ['content-transfer-encoding', 'mime-version', 'content-type']

/**
 * Reads a composed mail back with the parser that reads strangers' mails, and holds it against the cleared reply.
 * Fault `mail.compose-differs`, naming what differs, unless the mail says exactly what was cleared and nothing else.
 */
export async function compareComposed(composed: ComposedMail, reply: ClearedReply, at: Date): Promise<void> {
  const headers = replyHeaders(reply, at)
  const written = unfold(new MailCursor(composed.bytes).readHeader(MAIL_LIMITS.headerBytes, () => false).lines)
  const names = written.map(headerName)
  const expectedNames = [...Object.keys(headers).map((name) => name.toLowerCase()), ...CONTENT_HEADERS]
  const mail = await readMail(composed.bytes)

  hold('structure', preScan(composed.bytes).ok && mail.attachments.length === 0)
  hold('headers', same(names, expectedNames))
  hold('content-type', headerValue(written, 'content-type') === 'text/plain; charset=utf-8')
  hold('envelope', same([composed.envelope.from, composed.envelope.to], [reply.sender, reply.recipient]))
  hold('from', mail.from.address === reply.sender && mail.from.name === '')
  hold('to', same(mail.to, [reply.recipient]))
  hold('subject', mail.subject === headers['Subject'])
  hold('message-id', mail.mailId === reply.mailId)
  hold('thread', isSameThread(mail, reply, headers['References'] ?? ''))
  hold('date', mail.date?.getTime() === Math.floor(at.getTime() / 1_000) * 1_000)
  hold('text', mail.body === replyText(reply))
}

function isSameThread(mail: ParsedMail, reply: ClearedReply, expected: string): boolean {
  return mail.inReplyTo === reply.inReplyTo && mail.references.join(' ') === expected
}

function hold(what: string, isSame: boolean): void {
  if (!isSame) throw new Fault('mail.compose-differs', { detail: what })
}

function same(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((each, at) => each === right[at])
}
