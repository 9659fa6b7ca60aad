import { Fault } from '../base/fault.ts'
import { type ConversationId, parseId } from '../model/ids.ts'
import type { InboxCursor } from '../store/inbox.ts'

/** A page's end as an opaque word for the address bar. */
export function cursorText(cursor: InboxCursor): string {
  return Buffer.from(`${cursor.at.getTime()}.${cursor.id}`).toString('base64url')
}

/** Reads a cursor that `cursorText` wrote; a Fault 'request.invalid' for anything else. */
export function parseCursor(text: string): InboxCursor {
  const [at = '', id = ''] = Buffer.from(text, 'base64url').toString('latin1').split('.')
  const conversationId = parseId<ConversationId>(id)
  const ms = /^\d{1,15}$/u.test(at) ? Number(at) : Number.NaN
  if (conversationId === undefined || !Number.isSafeInteger(ms)) {
    throw new Fault('request.invalid', { detail: 'after: not a cursor of this list' })
  }
  return { at: new Date(ms), id: conversationId }
}
