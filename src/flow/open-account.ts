import type { Account, Mailbox } from '../model/account.ts'
import type { Actor } from '../model/actor.ts'
import { type AccountId, DESK_PERSON, freshId } from '../model/ids.ts'
import { mintScope } from '../policy/access/mint-scope.ts'
import { newAccountKey } from '../seal/account-keys.ts'
import { insertAccount, insertAccountKey } from '../store/account.ts'
import { addSender } from '../store/approved-sender.ts'
import { announce } from '../store/change.ts'
import { asPerson } from '../store/database.ts'
import { insertMailbox, lockAddress } from '../store/mailbox.ts'
import { findMembership } from '../store/membership.ts'
import { isAddressTaken } from './mailbox/address-taken.ts'
import { newMailbox } from './mailbox/new-mailbox.ts'
import { record } from './record.ts'
import type { DeskParts } from './parts.ts'
import { openVault } from './vault.ts'

/** A seller account to open: its name, where its buyer mail comes in, the address Amazon accepts answers from. */
export interface NewAccount {
  readonly name: string
  readonly mailboxAddress: string
  readonly approvedSender: string
}

export type OpenAccountOutcome =
  | { readonly ok: true; readonly account: Account; readonly mailbox: Mailbox }
  | { readonly ok: false; readonly reason: 'address-taken' }

/** Opens an account with its key, its first mailbox, the actor as owner and the desk as member. */
export async function openAccount(parts: DeskParts, actor: Actor, wish: NewAccount): Promise<OpenAccountOutcome> {
  const address = wish.mailboxAddress.trim().toLowerCase()
  return asPerson(parts.db, actor.personId, async (tx) => {
    await lockAddress(tx, address)
    if (await isAddressTaken(parts, address)) return { ok: false, reason: 'address-taken' }
    const now = parts.clock.now()
    const account: Account = { id: freshId<AccountId>(parts.ids), name: wish.name, createdAt: now }
    await insertAccount(tx, account, { owner: actor.personId, desk: DESK_PERSON })
    const minted = mintScope(await findMembership(tx, actor.personId, account.id), 'account:write', now)
    if (!minted.ok) throw new Error('the owner of a new account is a member of it')
    const { scope } = minted
    await insertAccountKey(tx, scope, newAccountKey(parts.epochs, account.id, parts.random))
    const { approvedSender } = wish
    const mailbox = newMailbox(parts.ids, { accountId: account.id, address, approvedSender })
    await insertMailbox(tx, scope, mailbox, now)
    await addSender(tx, scope, mailbox.approvedSender, now)
    const step = { parts, tx, scope, now, vault: openVault(parts, tx, scope) }
    await record(step, { event: 'account.opened', object: `account:${account.id}` })
    await announce(tx, scope, { type: 'account', id: account.id, conversationId: undefined })
    return { ok: true, account, mailbox }
  })
}
