import type { Actor } from '../../model/actor.ts'
import type { AccountId } from '../../model/ids.ts'
import { addSender } from '../../store/approved-sender.ts'
import { insertMailbox, listMailboxes, lockAddress } from '../../store/mailbox.ts'
import { type Denied, inAccount } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { isAddressTaken } from './address-taken.ts'
import { newMailbox } from './new-mailbox.ts'
import { recordMailboxChange } from './record-change.ts'
import { showMailbox, type ShownMailbox } from './show-mailboxes.ts'

/** More than any seller has; each is watched by a connection of its own. */
export const MAILBOXES_MAX = 50

/** Where buyer mail comes in, and the address Amazon accepts answers from. */
export interface MailboxWish {
  readonly accountId: AccountId
  readonly address: string
  readonly approvedSender: string
}

export type AddMailboxOutcome =
  | { readonly ok: true; readonly shown: ShownMailbox }
  | { readonly ok: false; readonly reason: 'address-taken' | 'too-many' }
  | Denied

/** Adds a mailbox to an account; from then on the mail door takes mail for its address. */
export async function addMailbox(parts: DeskParts, actor: Actor, wish: MailboxWish): Promise<AddMailboxOutcome> {
  const right = { accountId: wish.accountId, permission: 'account:write' } as const
  return inAccount(parts, actor, right, async (step): Promise<AddMailboxOutcome> => {
    const { tx, scope, now } = step
    const address = wish.address.trim().toLowerCase()
    await lockAddress(tx, address)
    if (await isAddressTaken(parts, address)) return { ok: false, reason: 'address-taken' }
    if ((await listMailboxes(tx, scope)).length >= MAILBOXES_MAX) return { ok: false, reason: 'too-many' }
    const { approvedSender } = wish
    const mailbox = newMailbox(parts.ids, { accountId: scope.accountId, address, approvedSender })
    await insertMailbox(tx, scope, mailbox, now)
    await addSender(tx, scope, mailbox.approvedSender, now)
    await recordMailboxChange(step, mailbox.id, ['added'])
    return { ok: true, shown: await showMailbox(step, mailbox) }
  })
}
