import type { ImapFlow } from 'imapflow'
import { SECOND_MS } from '../../../base/clock.ts'
import { Fault } from '../../../base/fault.ts'
import { headerName, headerValue, unfold } from '../../../parse/mime/header-lines.ts'
import { connectImap, type ConnectOptions } from './connect.ts'
import { ImapFailure, isRefusal } from './failure.ts'
import { uidSet } from './mail.ts'
import type { ImapSettings } from './settings.ts'

/** What bounds one look into a Sent folder. */
export const SENT_LIMITS = {
  /** A whole session. A server without an index reads through some ten thousand headers in it. */
  sessionMs: 45 * SECOND_MS,
  /** Hits whose header is read, the newest ones: a server that finds more than one mail of an id does not search exactly. */
  hits: 1_000,
} as const

/** `not-found`: it is not in this folder, which says nothing of whether it was sent. */
export type SentLook = 'found' | 'not-found' | 'no-folder'
export type SentKeeping = 'kept' | 'no-folder'

/**
 * Looks whether the Sent folder has the mail of this Message-ID, which is compared to the letter. Reads only, and sets no
 * flag. Rejects with `ImapFailure`, Fault `config.invalid`, or the signal's reason.
 */
export async function findInSent(
  settings: ImapSettings,
  mailId: string,
  { signal }: Pick<ConnectOptions, 'signal'>,
): Promise<SentLook> {
  return inSession(settings, signal, async (client) => {
    const folder = await sentFolder(client)
    return folder === undefined ? 'no-folder' : look(client, folder, mailId)
  })
}

/**
 * Puts a mail that was sent into the Sent folder, as read, unless it is there: many servers put it there themselves.
 * Rejects as `findInSent` does; then it may be there or not, and trying again puts no second one there.
 */
export async function keepInSent(
  settings: ImapSettings,
  mail: { readonly mailId: string; readonly bytes: Uint8Array },
  { signal }: Pick<ConnectOptions, 'signal'>,
): Promise<SentKeeping> {
  return inSession(settings, signal, async (client) => {
    const folder = await sentFolder(client)
    const seen = folder === undefined ? 'no-folder' : await look(client, folder, mail.mailId)
    if (folder === undefined || seen === 'no-folder') return 'no-folder'
    return seen === 'found' ? 'kept' : append(client, folder, mail.bytes)
  })
}

async function inSession<T>(
  settings: ImapSettings,
  asked: AbortSignal,
  work: (client: ImapFlow) => Promise<T>,
): Promise<T> {
  const limit = AbortSignal.timeout(SENT_LIMITS.sessionMs)
  const signal = AbortSignal.any([asked, limit])
  try {
    const client = await connectImap(settings, { signal })
    try {
      return await work(client)
    } finally {
      client.close()
    }
  } catch (error) {
    asked.throwIfAborted()
    if (error instanceof Fault) throw error
    throw limit.aborted ? new ImapFailure('timeout') : ImapFailure.of(error)
  }
}

/** As servers mark the folder of what was sent (RFC 6154). */
const SENT = '\\Sent'

/** The name of the folder the server itself calls Sent, else of one that is called so in the language of its people. */
async function sentFolder(client: ImapFlow): Promise<string | undefined> {
  const folders = await client.list()
  return folders.find(({ specialUse, flags }) => specialUse === SENT && !flags.has('\\Noselect'))?.path
}

async function look(client: ImapFlow, folder: string, mailId: string): Promise<SentLook> {
  if (!(await isOpened(client, folder))) return 'no-folder'
  const hits = await client.search({ header: { 'message-id': mailId } }, { uid: true })
  // What the library does not give as a list the server refused; not to be told is not to have none.
  if (!Array.isArray(hits)) throw new ImapFailure(client.usable ? 'protocol' : 'dropped')
  if (hits.length === 0) return 'not-found'
  const newest = uidSet(hits.slice(-SENT_LIMITS.hits))
  // The protocol finds parts of a header too, so that the header has to be seen.
  let isFound = false
  for await (const { headers } of client.fetch(newest, { uid: true, headers: ['message-id'] }, { uid: true }))
    isFound ||= headers !== undefined && isOnlyId(headers, mailId)
  return isFound ? 'found' : 'not-found'
}

async function isOpened(client: ImapFlow, folder: string): Promise<boolean> {
  try {
    await client.mailboxOpen(folder, { readOnly: true })
    return true
  } catch (error) {
    if (isRefusal(error)) return false
    throw error
  }
}

async function append(client: ImapFlow, folder: string, bytes: Uint8Array): Promise<SentKeeping> {
  try {
    const appended = await client.append(folder, Buffer.from(bytes), ['\\Seen'])
    if (appended === false) throw new ImapFailure('dropped')
    return 'kept'
  } catch (error) {
    if (isRefusal(error)) return 'no-folder'
    throw error
  }
}

function isOnlyId(headers: Uint8Array, mailId: string): boolean {
  const lines = unfold(Buffer.from(headers).toString('latin1').split('\r\n'))
  const ids = lines.filter((line) => headerName(line) === 'message-id')
  return ids.length === 1 && headerValue(ids, 'message-id') === mailId
}
