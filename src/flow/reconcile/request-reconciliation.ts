import type { Actor } from '../../model/actor.ts'
import { type AccountId, DESK_PERSON } from '../../model/ids.ts'
import { mintPersonScope } from '../../policy/access/mint-scope.ts'
import { asPerson } from '../../store/database.ts'
import { listMailboxes } from '../../store/mailbox.ts'
import { listUnreconciled } from '../../store/reconciliation.ts'
import { type Denied, inAccount } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'

/** Has the desk compare every mailbox of an account soon. Asking again while one waits adds nothing. Returns how many. */
export async function requestReconciliation(
  parts: DeskParts,
  actor: Actor,
  { accountId }: { readonly accountId: AccountId },
): Promise<{ readonly queued: number } | Denied> {
  return inAccount(parts, actor, { accountId, permission: 'account:write' }, async ({ tx, scope, now }) => {
    const mailboxes = await listMailboxes(tx, scope)
    for (const { id } of mailboxes) await parts.jobs.enqueue(tx, 'reconcile-mailbox', { accountId, mailboxId: id }, now)
    return { queued: mailboxes.length }
  })
}

/** Has the desk compare every mailbox, of all accounts, that was not compared since an instant. Returns how many. */
export async function queueReconciliations(parts: DeskParts, before: Date): Promise<number> {
  return asPerson(parts.db, DESK_PERSON, async (tx) => {
    const due = await listUnreconciled(tx, mintPersonScope(DESK_PERSON), before)
    for (const mailbox of due) await parts.jobs.enqueue(tx, 'reconcile-mailbox', { ...mailbox }, parts.clock.now())
    return due.length
  })
}
