import type { Actor } from '../../model/actor.ts'
import type { AccountId, MailboxId } from '../../model/ids.ts'
import { type Reconciliation, sumOf } from '../../model/reconciliation.ts'
import { countIncomparable } from '../../store/arrival.ts'
import { listMailboxes } from '../../store/mailbox.ts'
import { listReconciliation, type ReconciliationRow } from '../../store/reconciliation.ts'
import { type Denied, readInAccount, type Step } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'

/** The last comparison of each mailbox of an account, oldest mailbox first, one that was never compared included. */
export async function showReconciliation(
  parts: DeskParts,
  actor: Actor,
  { accountId }: { readonly accountId: AccountId },
): Promise<{ readonly items: readonly Reconciliation[] } | Denied> {
  return readInAccount(parts, actor, { accountId, permission: 'account:read' }, async (step) => ({
    items: await show(step),
  }))
}

async function show({ tx, scope }: Step): Promise<readonly Reconciliation[]> {
  const apart = await countIncomparable(tx, scope)
  const byMailbox = new Map<MailboxId, ReconciliationRow[]>()
  for (const row of await listReconciliation(tx, scope)) {
    const rows = byMailbox.get(row.mailboxId) ?? []
    rows.push(row)
    byMailbox.set(row.mailboxId, rows)
  }
  return (await listMailboxes(tx, scope)).map(({ id, address }) => {
    const days = byMailbox.get(id) ?? []
    const counts = sumOf(days)
    const reckonedAt = days[0]?.reckonedAt
    const agrees = reckonedAt !== undefined && counts.missing === 0
    return { mailboxId: id, address, reckonedAt, agrees, ...(apart.get(id) ?? NONE), ...counts, days }
  })
}

const NONE = { earlier: 0, handedIn: 0 }
