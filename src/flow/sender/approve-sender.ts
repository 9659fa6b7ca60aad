import type { Actor } from '../../model/actor.ts'
import type { ApprovedSender } from '../../model/approved-sender.ts'
import type { AccountId } from '../../model/ids.ts'
import { listSenders, moveSender } from '../../store/approved-sender.ts'
import { listMailboxes } from '../../store/mailbox.ts'
import { type Denied, inAccount, MISSING } from '../in-account.ts'
import { announceMailbox } from '../mailbox/record-change.ts'
import type { DeskParts } from '../parts.ts'
import { record } from '../record.ts'
import { endSenderAlerts } from './end-sender-alerts.ts'

export type ApproveSenderOutcome = { readonly ok: true; readonly sender: ApprovedSender } | Denied

/** A person, who looked into Seller Central, says that Amazon takes mail from an address again. Harmless to repeat. */
export async function approveSender(
  parts: DeskParts,
  actor: Actor,
  wish: { readonly accountId: AccountId; readonly address: string },
): Promise<ApproveSenderOutcome> {
  const right = { accountId: wish.accountId, permission: 'account:write' } as const
  return inAccount(parts, actor, right, async (step): Promise<ApproveSenderOutcome> => {
    const { tx, scope, now } = step
    const address = wish.address.trim().toLowerCase()
    if (await moveSender(tx, scope, { address, to: 'approved', at: now })) {
      await record(step, { event: 'sender.approved', object: `account:${scope.accountId}` })
      const mailboxes = (await listMailboxes(tx, scope)).filter(({ approvedSender }) => approvedSender === address)
      await endSenderAlerts(
        step,
        mailboxes.map(({ id }) => id),
      )
      for (const { id } of mailboxes) await announceMailbox(step, id)
    }
    const sender = (await listSenders(tx, scope)).find((known) => known.address === address)
    return sender ? { ok: true, sender } : MISSING
  })
}
