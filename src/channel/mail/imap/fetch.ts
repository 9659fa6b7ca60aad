import type { FetchMessageObject, FetchQueryObject, ImapFlow } from 'imapflow'
import { ImapFailure } from './failure.ts'
import { listMails } from './list.ts'
import { uidSet, type ImapMail, type ListedMail } from './mail.ts'
import { IMAP_LIMITS } from './settings.ts'

/**
 * Asks for whole mails in one command and for the headers of those too large in another. What the server then keeps to
 * itself and still lists is asked for once more, alone, and else given without bytes: a mail is gone or it is told of.
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
    for await (const mail of fetchGroup(client, { group, query, maxBytes })) {
      if (missing.delete(mail.uid)) yield mail
    }
  }
  if (missing.size === 0) return
  // A server that hands over none of several mails has trouble of its own; each of them is as good as before.
  const isTroubled = missing.size > 1 && missing.size === mails.length
  yield* fetchKept(client, { missing: [...missing.values()], maxBytes, isTroubled })
}

interface Group {
  readonly group: readonly ListedMail[]
  readonly query: FetchQueryObject
  readonly maxBytes: number
}

async function* fetchGroup(client: ImapFlow, { group, query, maxBytes }: Group): AsyncGenerator<ImapMail> {
  if (group.length === 0) return
  const listed = new Map(group.map((mail) => [mail.uid, mail]))
  try {
    for await (const row of client.fetch(uidSet([...listed.keys()]), query, { uid: true })) {
      const mail = listed.get(row.uid)
      const taken = mail && takeRow(mail, row, maxBytes)
      if (taken) yield taken
    }
  } catch (error) {
    // NO is of a single mail among them, such as one whose file is broken; the others are asked for alone.
    if (!isRefusal(error)) throw error
  }
}

/** What a row of the answer says of this mail; undefined for one that only tells of changed flags. */
function takeRow(listed: ListedMail, row: FetchMessageObject, maxBytes: number): ImapMail | undefined {
  const { source, headers } = row
  if (source !== undefined && source.length <= maxBytes) return { ...listed, bytes: source }
  const head = source ?? headers
  return head && { ...listed, bytes: undefined, header: head.subarray(0, IMAP_LIMITS.headerBytes) }
}

interface Kept {
  readonly missing: readonly ListedMail[]
  readonly maxBytes: number
  readonly isTroubled: boolean
}

async function* fetchKept(client: ImapFlow, { missing, maxBytes, isTroubled }: Kept): AsyncGenerator<ImapMail> {
  const uids = new Set(missing.map(({ uid }) => uid))
  for (const listed of await listMails(client, uidSet([...uids]), (uid) => uids.has(uid))) {
    const query = listed.sizeBytes > maxBytes ? HEADER_ONLY : wholeMail(maxBytes)
    let isTold = false
    for await (const mail of fetchGroup(client, { group: [listed], query, maxBytes })) {
      if (!isTold) yield mail
      isTold = true
    }
    if (!isTold && isTroubled) throw new ImapFailure('busy')
    if (!isTold) yield { ...listed, bytes: undefined, header: new Uint8Array() }
  }
}

/** The library asks by BODY.PEEK, which sets no flag. One byte more than the limit tells of a size that was a lie. */
function wholeMail(maxBytes: number): FetchQueryObject {
  return { uid: true, source: { start: 0, maxLength: maxBytes + 1 } }
}

const HEADER_ONLY: FetchQueryObject = {
  uid: true,
  bodyParts: [{ key: 'HEADER', start: 0, maxLength: IMAP_LIMITS.headerBytes }],
}

function isRefusal(error: unknown): boolean {
  if (!(error instanceof Error) || Reflect.get(error, 'responseStatus') !== 'NO') return false
  return Reflect.get(error, 'code') !== 'ETHROTTLE'
}
