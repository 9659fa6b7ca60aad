import type { Actor } from '../../model/actor.ts'
import type { AccountId } from '../../model/ids.ts'
import { listQuarantine as listRows, type QuarantineView } from '../../store/quarantine.ts'
import { type Denied, readInAccount } from '../in-account.ts'
import { openQuarantined, type ShownQuarantined } from './open-quarantined.ts'
import type { DeskParts } from '../parts.ts'

/**
 * The mails of an account that nobody could place: those held, the one due first on top, or those decided, the last
 * decision on top. Only their redacted extract is opened.
 */
export async function listQuarantine(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly view: QuarantineView },
): Promise<{ readonly items: readonly ShownQuarantined[] } | Denied> {
  const { accountId, view } = wish
  return readInAccount(parts, actor, { accountId, permission: 'quarantine:read' }, async (step) => ({
    items: await openQuarantined(step, await listRows(step.tx, step.scope, view)),
  }))
}
