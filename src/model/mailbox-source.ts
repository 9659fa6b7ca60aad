import type { MailboxId } from './ids.ts'

/** How a connection to a mail server is kept private. `none` is for a server on this machine alone. */
export const MAIL_SECURITIES = ['tls', 'starttls', 'none'] as const
export type MailSecurity = (typeof MAIL_SECURITIES)[number]

/** Where a mailbox is fetched from. Who may log in there is sealed, and not part of it. */
export interface MailboxSource {
  readonly mailboxId: MailboxId
  /** Grows by one with each change. */
  readonly version: number
  readonly host: string
  readonly port: number
  readonly security: MailSecurity
  readonly folder: string
}

/** How far a mailbox was fetched: every mail of this UIDVALIDITY up to this UID is in the ledger. */
export interface MailboxPosition {
  readonly uidValidity: number
  readonly lastUid: number
}

export const WATCH_STATES = ['connecting', 'catching-up', 'caught-up', 'failing'] as const
export type WatchState = (typeof WATCH_STATES)[number]

/** How the watcher of a mailbox fares. */
export interface MailboxWatch {
  readonly state: WatchState
  /** Code of what is wrong while it fails. */
  readonly problem: string | undefined
  /** Since when it is in this state. */
  readonly since: Date
  /** When it last said so. */
  readonly seenAt: Date
  readonly retryAt: Date | undefined
  /** Mails on the server that are not fetched yet. */
  readonly behind: number
}
