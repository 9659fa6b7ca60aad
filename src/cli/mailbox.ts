import { addMailbox, MAILBOXES_MAX } from '../flow/mailbox/add-mailbox.ts'
import { changeMailbox } from '../flow/mailbox/change-mailbox.ts'
import { removeSource } from '../flow/mailbox/remove-source.ts'
import { asGuest, type GuestOptions, type Refusal } from './as-guest.ts'
import {
  chooseAccount,
  chooseMailbox,
  denied,
  knownAccounts,
  type KnownMailbox,
  knownMailboxes,
  NO_MAILBOX,
} from './known-mailboxes.ts'
import { isAddress } from './mailbox-options.ts'
import { mailboxData, mailboxLines } from './mailbox-report.ts'
import { EXIT, say, talk } from './output.ts'
import type { DeskGuest, Doors } from './running-desk.ts'

export interface AccountOptions extends GuestOptions {
  /** Name or id of the account; needed when there are several. */
  readonly account?: string
}

/** Shows the mailboxes of the desk: where each is fetched from, and how that goes. */
export async function listMailboxes(doors: Doors, options: AccountOptions): Promise<number> {
  return asGuest(doors, options, async (guest) => {
    const accounts = await knownAccounts(guest)
    const chosen = options.account === undefined ? undefined : chooseAccount(accounts, options.account)
    if (chosen && 'says' in chosen) return chosen
    const known = await knownMailboxes(guest, chosen ? [chosen] : accounts)
    if (options.json) say(JSON.stringify(known.map(mailboxData)))
    else for (const line of known.flatMap(mailboxLines)) say(line)
    if (known.length === 0) talk(NO_MAILBOX.says)
    return EXIT.ok
  })
}

export interface AddOptions extends AccountOptions {
  /** The address Amazon accepts answers from. */
  readonly sender: string
}

/** Adds a mailbox to an account. Where it is fetched from is set next, if its mail is not handed in. */
export async function addMailboxTo(doors: Doors, address: string, options: AddOptions): Promise<number> {
  const wrong = [address, options.sender].find((text) => !isAddress(text))
  return asGuest(doors, options, async (guest) => {
    if (wrong !== undefined) return noAddress(wrong)
    const account = chooseAccount(await knownAccounts(guest), options.account)
    if ('says' in account) return account
    const wish = { accountId: account.id, address, approvedSender: options.sender }
    const added = await addMailbox(guest.parts, guest.owner, wish)
    if (added.ok) return tell({ account, shown: added.shown }, options)
    if (added.reason === 'address-taken') return usage(`This desk has the mailbox ${address} already.`)
    if (added.reason === 'too-many') return usage(`An account has at most ${MAILBOXES_MAX} mailboxes.`)
    return denied({ reason: added.reason })
  })
}

export interface ChangeOptions extends GuestOptions {
  /** The address Amazon accepts answers from, from now on. */
  readonly sender?: string
  /** Whether a copy of each reply is put into the Sent folder. */
  readonly keepSent?: boolean
  /** False: Amazon sends no copies of our replies any more. */
  readonly copies: boolean
}

/** Changes what holds for the replies of a mailbox; what is left out stays. */
export async function changeMailboxOf(doors: Doors, address: string, options: ChangeOptions): Promise<number> {
  const { sender, keepSent, copies } = options
  return asGuest(doors, options, async (guest) => {
    if (sender === undefined && keepSent === undefined && copies)
      return usage('Say what is to change: --sender, --keep-sent, --no-keep-sent or --no-copies.')
    if (sender !== undefined && !isAddress(sender)) return noAddress(sender)
    const chosen = await findKnown(guest, address)
    if ('says' in chosen) return chosen
    const place = { accountId: chosen.account.id, mailboxId: chosen.shown.mailbox.id }
    const wish = {
      ...place,
      approvedSender: sender,
      keepsSent: keepSent,
      copies: copies ? undefined : 'not-seen',
    } as const
    const changed = await changeMailbox(guest.parts, guest.owner, wish)
    return changed.ok ? tell({ ...chosen, shown: changed.shown }, options) : denied(changed)
  })
}

/** Ends the fetching of a mailbox and forgets its password; what was fetched stays. */
export async function removeMailboxSource(doors: Doors, address: string, options: GuestOptions): Promise<number> {
  return asGuest(doors, options, async (guest) => {
    const chosen = await findKnown(guest, address)
    if ('says' in chosen) return chosen
    const place = { accountId: chosen.account.id, mailboxId: chosen.shown.mailbox.id }
    const removed = await removeSource(guest.parts, guest.owner, place)
    return removed.ok ? tell({ ...chosen, shown: removed.shown }, options) : denied(removed)
  })
}

/** The mailbox of an address, in whichever account. */
export async function findKnown(guest: DeskGuest, address: string): Promise<KnownMailbox | Refusal> {
  return chooseMailbox(await knownMailboxes(guest, await knownAccounts(guest)), address)
}

/** Says how a mailbox is now. */
export function tell(known: KnownMailbox, { json }: GuestOptions): number {
  if (json) say(JSON.stringify(mailboxData(known)))
  else for (const line of mailboxLines(known)) say(line)
  return EXIT.ok
}

function noAddress(wrong: string): Refusal {
  return usage(`${wrong} is no e-mail address such as amazon@your-shop.example.`)
}

function usage(says: string): Refusal {
  return { exit: EXIT.usage, says }
}
