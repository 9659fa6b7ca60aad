import { oneLine } from '../../base/text.ts'
import { references } from '../../parse/mime/mail-id.ts'
import type { ProposedReply } from '../../policy/gate/cleared-reply.ts'

/** Every header a reply leaves with, by its name; the composer adds the three that say how the text is written. */
export type ReplyHeaders = Readonly<Record<string, string>>

/** The headers of a reply, in the order they are written. Without a mail to answer, the two thread headers are absent. */
export function replyHeaders(reply: ProposedReply, at: Date): ReplyHeaders {
  const thread = references(reply.references.join(' ')).join(' ')
  return {
    From: reply.sender,
    To: reply.recipient,
    Subject: oneLine(reply.subject),
    'Message-ID': reply.mailId,
    ...(reply.inReplyTo === undefined ? {} : { 'In-Reply-To': reply.inReplyTo }),
    ...(thread === '' ? {} : { References: thread }),
    Date: mailDate(at),
  }
}

/** A date as mails write it, in UTC, so that it tells nothing of where we are. */
function mailDate(at: Date): string {
  return at.toUTCString().replace('GMT', '+0000')
}
