import { showMailboxes, type ShownMailbox } from '../flow/mailbox/show-mailboxes.ts'
import { showMe } from '../flow/show-me.ts'
import type { Account } from '../model/account.ts'
import type { Refusal } from './as-guest.ts'
import { EXIT } from './output.ts'
import type { DeskGuest } from './running-desk.ts'

/** A mailbox of the desk and whose it is. */
export interface KnownMailbox {
  readonly account: Account
  readonly shown: ShownMailbox
}

/** Where something is to be done with a mailbox, and there is none. */
export const NO_MAILBOX: Refusal = {
  exit: EXIT.usage,
  says: 'There is no mailbox yet. Add one: `safereply mailbox add <address> --sender <address>`.',
}

/** The accounts of the desk, oldest first. */
export async function knownAccounts({ parts, owner }: DeskGuest): Promise<readonly Account[]> {
  const me = await showMe(parts, owner)
  return (me?.accounts ?? []).map(({ account }) => account)
}

/** The mailboxes of these accounts, in their order. */
export async function knownMailboxes(
  { parts, owner }: DeskGuest,
  accounts: readonly Account[],
): Promise<readonly KnownMailbox[]> {
  const known: KnownMailbox[] = []
  for (const account of accounts) {
    const shown = await showMailboxes(parts, owner, { accountId: account.id })
    if (!('ok' in shown)) known.push(...shown.map((one) => ({ account, shown: one })))
  }
  return known
}

/** The account that is meant, by name or id; the only one when none is said. */
export function chooseAccount(accounts: readonly Account[], wish: string | undefined): Account | Refusal {
  const [first, ...others] = accounts
  if (!first) return refusal('This desk has no account yet. Open one on its page; `safereply start` prints the link.')
  if (wish === undefined && others.length === 0) return first
  const found = accounts.filter(({ id, name }) => String(id) === wish || name.toLowerCase() === wish?.toLowerCase())
  if (found.length === 1 && found[0]) return found[0]
  const names = accounts.map(({ id, name }) => `  ${name} (${id})`).join('\n')
  if (wish === undefined) return refusal(`Say with --account which account is meant:\n${names}`)
  if (found.length > 1) return refusal(`Several accounts are called ${wish}. Say which by its number:\n${names}`)
  return refusal(`There is no account ${wish}. There are:\n${names}`)
}

/** The mailbox of an address, which belongs to one account only. */
export function chooseMailbox(known: readonly KnownMailbox[], address: string): KnownMailbox | Refusal {
  if (known.length === 0) return NO_MAILBOX
  const wish = address.trim().toLowerCase()
  const found = known.find(({ shown }) => shown.mailbox.address === wish)
  if (found) return found
  const addresses = known.map(({ shown }) => `  ${shown.mailbox.address}`).join('\n')
  return refusal(`There is no mailbox ${wish}. There are:\n${addresses}`)
}

/** What a person reads when their role is not enough, or a thing went while they looked. */
export function denied({ reason }: { readonly reason: 'missing' | 'refused' }): Refusal {
  if (reason === 'missing') return refusal('It is gone meanwhile. Look again: `safereply mailbox list`.')
  return { exit: EXIT.notPermitted, says: 'The owner of this desk may not do this in this account.' }
}

function refusal(says: string): Refusal {
  return { exit: EXIT.usage, says }
}
