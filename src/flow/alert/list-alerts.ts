import type { Actor } from '../../model/actor.ts'
import type { Alert } from '../../model/alert.ts'
import type { AccountId } from '../../model/ids.ts'
import type { SafeText } from '../../model/text.ts'
import { type AlertCursor, listOpenAlerts } from '../../store/alert.ts'
import { findConversations } from '../../store/conversation.ts'
import { type Denied, readInAccount, type Step } from '../in-account.ts'
import { readableOrDamaged } from '../list-inbox.ts'
import type { DeskParts } from '../parts.ts'

/** An alert, and whose conversation it is about as far as that can still be read. */
export interface ListedAlert extends Alert {
  readonly buyerName: SafeText | undefined
}

export interface AlertPage {
  readonly items: readonly ListedAlert[]
  /** Where the next page begins; undefined on the last. */
  readonly next: AlertCursor | undefined
}

/** A page of the open alerts of an account, the one due first on top. */
export async function listAlerts(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly after: AlertCursor | undefined; readonly limit: number },
): Promise<AlertPage | Denied> {
  const { accountId, after, limit } = wish
  return readInAccount(parts, actor, { accountId, permission: 'conversation:read' }, async (step) => {
    // One more than asked for tells whether there is another page.
    const rows = await listOpenAlerts(step.tx, step.scope, { after, limit: limit + 1 })
    const items = await withNames(step, rows.slice(0, limit))
    const last = items.at(-1)
    return { items, next: rows.length > limit && last ? { at: last.dueAt, id: last.id } : undefined }
  })
}

async function withNames({ tx, scope, vault }: Step, alerts: readonly Alert[]): Promise<readonly ListedAlert[]> {
  const ids = [...new Set(alerts.flatMap(({ conversationId }) => conversationId ?? []))]
  const keys = await vault.keysOf(ids)
  const rows = await findConversations(tx, scope, ids)
  const names = new Map(rows.map((row) => [row.id, readableOrDamaged(row, keys.get(row.id)).buyerName]))
  return alerts.map((alert) => ({
    ...alert,
    buyerName: alert.conversationId === undefined ? undefined : names.get(alert.conversationId),
  }))
}
