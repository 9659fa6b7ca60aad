import type { MailboxTrialView, MailboxView } from '../../src/http/route/mailbox-shapes.ts'
import { call } from './client.ts'

export type Mailbox = MailboxView
export type MailboxWatch = NonNullable<Mailbox['watch']>

/** What a trial found: the folder, or what is wrong, with the folders there are when only the name is. */
export type SourceTrial = MailboxTrialView

/** A source as a person enters it; without a password the stored one stays. */
export interface SourceWish extends Omit<NonNullable<Mailbox['source']>, 'version'> {
  readonly password?: string
}

/** What of a mailbox can be changed besides its source. */
export interface MailboxWish {
  readonly approvedSender: string
  readonly authservIds: readonly string[]
  readonly deadlinesFrom: string | null
  readonly keepsSent: boolean
}

/** Where a mailbox stands in the API. */
export interface MailboxPlace {
  readonly accountId: string
  readonly mailboxId: string
}

export async function readMailboxes(accountId: string, signal: AbortSignal): Promise<readonly Mailbox[]> {
  const path = `/accounts/${accountId}/mailboxes`
  const { items } = await call<{ readonly items: readonly Mailbox[] }>({ path, signal })
  return items
}

export async function addMailbox(
  accountId: string,
  wish: Pick<Mailbox, 'address' | 'approvedSender'>,
): Promise<Mailbox> {
  return await call<Mailbox>({ method: 'POST', path: `/accounts/${accountId}/mailboxes`, body: wish })
}

export async function changeMailbox(place: MailboxPlace, wish: MailboxWish): Promise<Mailbox> {
  return await call<Mailbox>({ method: 'PATCH', path: mailboxPath(place), body: wish })
}

/** Says that Amazon sends this mailbox no copies of our own mails any more, until the next one comes. */
export async function forgetCopies(place: MailboxPlace): Promise<Mailbox> {
  return await call<Mailbox>({ method: 'PATCH', path: mailboxPath(place), body: { copies: 'not-seen' } })
}

/** Has the mailbox fetched from there from now on. */
export async function setSource(place: MailboxPlace, wish: SourceWish): Promise<Mailbox> {
  return await call<Mailbox>({ method: 'PUT', path: `${mailboxPath(place)}/source`, body: wish })
}

/** Ends the fetching and forgets the password. What was fetched stays. */
export async function removeSource(place: MailboxPlace): Promise<Mailbox> {
  return await call<Mailbox>({ method: 'DELETE', path: `${mailboxPath(place)}/source` })
}

/** Logs in and looks at the folder; reads no mail and keeps nothing. */
export async function trySource(place: MailboxPlace, wish: SourceWish): Promise<SourceTrial> {
  return await call<SourceTrial>({ method: 'POST', path: `${mailboxPath(place)}/try`, body: wish })
}

function mailboxPath({ accountId, mailboxId }: MailboxPlace): string {
  return `/accounts/${accountId}/mailboxes/${mailboxId}`
}
