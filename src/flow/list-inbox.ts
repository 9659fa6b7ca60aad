import { Fault } from '../base/fault.ts'
import type { Actor } from '../model/actor.ts'
import type { AccountId } from '../model/ids.ts'
import type { RelayAddress } from '../model/relay-address.ts'
import type { SafeText } from '../model/text.ts'
import { openBuyerFace, openTextFace, type BuyerFace, type TextFace } from '../seal/sealed-face.ts'
import { countOpenAlerts } from '../store/alert.ts'
import type { ConversationRow } from '../store/conversation.ts'
import { countNeedsReply, countOnUs, type InboxCursor, type InboxView, listInbox as listRows } from '../store/inbox.ts'
import { type Denied, readInAccount } from './in-account.ts'
import type { DeskParts } from './parts.ts'
import { buyerFacePlace, textFacePlace } from './places.ts'
import type { ConversationKeys } from './vault.ts'

/** A conversation with what of it can still be read; an erased face is undefined. */
export interface ReadableConversation {
  readonly row: ConversationRow
  readonly buyerName: SafeText | undefined
  readonly relay: RelayAddress | undefined
  readonly subject: SafeText | undefined
  readonly preview: SafeText | undefined
  /** What is stored was changed behind the desk's back, so that nothing of it can be shown. */
  readonly isDamaged: boolean
}

export interface InboxPage {
  readonly items: readonly ReadableConversation[]
  /** Where the next page begins; undefined on the last one. */
  readonly next: InboxCursor | undefined
  readonly counts: InboxCounts
}

/** What of the account waits for somebody, in whatever view. */
export interface InboxCounts {
  readonly needsReply: number
  readonly onUs: number
  readonly alerts: number
}

export interface InboxWish {
  readonly accountId: AccountId
  readonly view: InboxView
  readonly after: InboxCursor | undefined
  readonly limit: number
}

/** A page of an account's inbox. One row more than asked is read, to know whether there is a next page. */
export async function listInbox(parts: DeskParts, actor: Actor, wish: InboxWish): Promise<InboxPage | Denied> {
  const right = { accountId: wish.accountId, permission: 'conversation:read' } as const
  return readInAccount(parts, actor, right, async ({ tx, scope, vault }) => {
    const rows = await listRows(tx, scope, { view: wish.view, after: wish.after, limit: wish.limit + 1 })
    const page = rows.slice(0, wish.limit)
    const keys = await vault.keysOf(page.map((row) => row.id))
    return {
      items: page.map((row) => readableOrDamaged(row, keys.get(row.id))),
      next: rows.length > wish.limit ? cursorOf(page.at(-1), wish.view) : undefined,
      counts: {
        needsReply: await countNeedsReply(tx, scope),
        onUs: await countOnUs(tx, scope),
        alerts: await countOpenAlerts(tx, scope),
      },
    }
  })
}

/** One damaged conversation must not hide the others: in a list it says so, and opening it is an error. */
export function readableOrDamaged(row: ConversationRow, keys: ConversationKeys | undefined): ReadableConversation {
  try {
    return readable(row, keys)
  } catch (error) {
    if (!(error instanceof Fault && error.code === 'seal.open-failed')) throw error
    return { row, buyerName: undefined, relay: undefined, subject: undefined, preview: undefined, isDamaged: true }
  }
}

/** Opens the face of a conversation as far as its keys are still alive. A Fault 'seal.open-failed' when it was changed. */
export function readable(row: ConversationRow, keys: ConversationKeys | undefined): ReadableConversation {
  const buyer: BuyerFace | undefined =
    keys?.person && openBuyerFace(keys.person, buyerFacePlace(row.accountId, row.id), row.buyerFace)
  const text: TextFace | undefined =
    keys?.text && openTextFace(keys.text, textFacePlace(row.accountId, row.id), row.textFace)
  return {
    row,
    buyerName: buyer?.name,
    relay: buyer?.relay,
    subject: text?.subject,
    preview: text?.preview,
    isDamaged: false,
  }
}

function cursorOf(row: ConversationRow | undefined, view: InboxView): InboxCursor | undefined {
  const at = view === 'needs-reply' ? row?.dueAt : row?.lastMessageAt
  return row && at && { at, id: row.id }
}
