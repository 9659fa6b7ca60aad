import type { Actor } from '../../model/actor.ts'
import type { Alert } from '../../model/alert.ts'
import type { AccountId } from '../../model/ids.ts'
import { type AlertCursor, countOpenAlerts, listOpenAlerts } from '../../store/alert.ts'
import { type Denied, readInAccount } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'

/** A page of the open alerts. */
export interface AlertPage {
  readonly items: readonly Alert[]
  /** Where the next page begins; undefined on the last. */
  readonly next: AlertCursor | undefined
  readonly open: number
}

/** The open alerts of an account, the one due first on top. */
export async function listAlerts(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly after: AlertCursor | undefined; readonly limit: number },
): Promise<AlertPage | Denied> {
  const { accountId, after, limit } = wish
  return readInAccount(parts, actor, { accountId, permission: 'conversation:read' }, async ({ tx, scope }) => {
    // One more than asked for tells whether there is another page.
    const rows = await listOpenAlerts(tx, scope, { after, limit: limit + 1 })
    const items = rows.slice(0, limit)
    const last = items.at(-1)
    const next = rows.length > limit && last ? { at: last.dueAt, id: last.id } : undefined
    return { items, next, open: await countOpenAlerts(tx, scope) }
  })
}
