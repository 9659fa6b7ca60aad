import type { FetchMessageObject, FetchQueryObject, ImapFlow } from 'imapflow'
import { ImapFailure } from './failure.ts'
import { listMails } from './list.ts'
import { uidSet, type ImapMail, type ListedMail } from './mail.ts'
import { IMAP_LIMITS } from './settings.ts'

/**
 * Asks for whole mails in one command and for the headers of those too large in another. What does not come must be
 * gone: a mail that the server still lists but keeps to itself is a failure, so that none is passed over unseen.
 */
export async function* fetchMails(
  client: ImapFlow,
  mails: readonly ListedMail[],
  maxBytes: number,
): AsyncGenerator<ImapMail> {
  const missing = new Map(mails.map((mail) => [mail.uid, mail]))
  for (const [group, query] of [
    [mails.filter(({ sizeBytes }) => sizeBytes <= maxBytes), wholeMail(maxBytes)],
    [mails.filter(({ sizeBytes }) => sizeBytes > maxBytes), HEADER_ONLY],
  ] as const) {
    if (group.length === 0) continue
    for await (const row of client.fetch(uidSet(group.map(({ uid }) => uid)), query, { uid: true })) {
      const listed = missing.get(row.uid)
      const mail = listed && takeRow(listed, row, maxBytes)
      if (mail === undefined) continue
      missing.delete(mail.uid)
      yield mail
    }
  }
  if (missing.size === 0) return
  const kept = await listMails(client, uidSet([...missing.keys()]), (uid) => missing.has(uid))
  if (kept.length > 0) throw new ImapFailure('protocol')
}

/** What a row of the answer says of this mail; undefined for one that only tells of changed flags. */
function takeRow(listed: ListedMail, row: FetchMessageObject, maxBytes: number): ImapMail | undefined {
  const { source, headers } = row
  if (source !== undefined && source.length <= maxBytes) return { ...listed, bytes: source }
  const head = source ?? headers
  return head && { ...listed, bytes: undefined, header: head.subarray(0, IMAP_LIMITS.headerBytes) }
}

/** The library asks by BODY.PEEK, which sets no flag. One byte more than the limit tells of a size that was a lie. */
function wholeMail(maxBytes: number): FetchQueryObject {
  return { uid: true, source: { start: 0, maxLength: maxBytes + 1 } }
}

const HEADER_ONLY: FetchQueryObject = {
  uid: true,
  bodyParts: [{ key: 'HEADER', start: 0, maxLength: IMAP_LIMITS.headerBytes }],
}
