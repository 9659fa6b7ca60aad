import type { Actor } from '../../model/actor.ts'
import type { AccountId, MailboxId } from '../../model/ids.ts'
import { deletePosition } from '../../store/mailbox-position.ts'
import { deleteSource } from '../../store/mailbox-source.ts'
import { deleteWatch } from '../../store/mailbox-watch.ts'
import { lockMailbox } from '../../store/mailbox.ts'
import { type Denied, inAccount, MISSING } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { record } from '../record.ts'
import { announceMailbox } from './record-change.ts'
import { showMailbox, type ShownMailbox } from './show-mailboxes.ts'

export type RemoveSourceOutcome = { readonly ok: true; readonly shown: ShownMailbox } | Denied

/**
 * Ends the fetching of a mailbox and forgets its password. The mailbox and what was fetched stay, and the mail door
 * still takes mail for its address. Harmless to repeat.
 */
export async function removeSource(
  parts: DeskParts,
  actor: Actor,
  { accountId, mailboxId }: { readonly accountId: AccountId; readonly mailboxId: MailboxId },
): Promise<RemoveSourceOutcome> {
  return inAccount(parts, actor, { accountId, permission: 'account:write' }, async (step) => {
    const { tx, scope } = step
    const mailbox = await lockMailbox(tx, scope, mailboxId)
    if (!mailbox) return MISSING
    if (await deleteSource(tx, scope, mailboxId)) {
      await deletePosition(tx, scope, mailboxId)
      await deleteWatch(tx, scope, mailboxId)
      await record(step, { event: 'mailbox.removed', object: `mailbox:${mailboxId}` })
      await announceMailbox(step, mailboxId)
    }
    return { ok: true, shown: await showMailbox(step, mailbox) }
  })
}
