import type { MailSecurity } from '../../src/model/mailbox-source.ts'
import { after, DAY_MS } from '../../src/base/clock.ts'
import type { Mailbox, MailboxWish, SourceWish } from '../api/mailboxes.ts'
import { dayOf, startOfDay } from '../clock/day.ts'

/** The fields of a mailbox as a person fills them in. */
export interface SourceEntry {
  readonly approvedSender: string
  readonly host: string
  readonly port: string
  readonly security: MailSecurity
  readonly user: string
  /** Empty where the stored one stays. */
  readonly password: string
  readonly folder: string
  /** A local day such as 2026-11-24; empty: every mail has its clock. */
  readonly deadlinesFrom: string
  /** One or several, apart by commas or spaces. */
  readonly authservIds: string
  readonly keepsSent: boolean
}

export const DEFAULT_PORTS = { tls: '993', starttls: '143', none: '143' } as const satisfies Record<
  MailSecurity,
  string
>

/** What waits longer than this when a mailbox is first fetched has been answered elsewhere, or is late anyway. */
const FIRST_CLOCKS_MS = 2 * DAY_MS

/** The form of a mailbox before anything is changed. */
export function entryOf(mailbox: Mailbox, now: Date): SourceEntry {
  const { source, address, deadlinesFrom } = mailbox
  const from = deadlinesFrom === null ? undefined : new Date(deadlinesFrom)
  const firstDay = source ? from : (from ?? after(now, -FIRST_CLOCKS_MS))
  return {
    approvedSender: mailbox.approvedSender,
    host: source?.host ?? '',
    port: String(source?.port ?? DEFAULT_PORTS.tls),
    security: source?.security ?? 'tls',
    user: source?.user ?? address,
    password: '',
    folder: source?.folder ?? 'INBOX',
    deadlinesFrom: firstDay === undefined ? '' : dayOf(firstDay),
    authservIds: mailbox.authservIds.join(', '),
    keepsSent: mailbox.keepsSent,
  }
}

/** The entry with another security. The port follows as long as it is the usual one. */
export function withSecurity(entry: SourceEntry, security: MailSecurity): SourceEntry {
  const isUsual = entry.port === '' || entry.port === DEFAULT_PORTS[entry.security]
  return { ...entry, security, port: isUsual ? DEFAULT_PORTS[security] : entry.port }
}

/**
 * Whether the stored password may stay: it belongs to one server and one user and is never handed to others. Without TLS
 * nothing proves the server, so there the port must stay as well.
 */
export function keepsPassword(entry: SourceEntry, { source }: Pick<Mailbox, 'source'>): boolean {
  if (!source || entry.host.trim() !== source.host || entry.user.trim() !== source.user) return false
  return entry.security !== 'none' || (source.security === 'none' && Number(entry.port) === source.port)
}

/** Whether saving the entry would change where or how the mail is fetched. */
export function isSourceChanged(entry: SourceEntry, { source }: Pick<Mailbox, 'source'>): boolean {
  const { port, security, folder } = sourceWish(entry)
  return (
    !source ||
    !keepsPassword(entry, { source }) ||
    entry.password !== '' ||
    port !== source.port ||
    security !== source.security ||
    folder !== source.folder
  )
}

/** What the source would be. */
export function sourceWish(entry: SourceEntry): SourceWish {
  return {
    host: entry.host.trim(),
    port: Number(entry.port),
    security: entry.security,
    user: entry.user.trim(),
    folder: entry.folder.trim(),
    ...(entry.password !== '' && { password: entry.password }),
  }
}

/** What the mailbox would be besides its source. */
export function mailboxWish(entry: SourceEntry): MailboxWish {
  const from = startOfDay(entry.deadlinesFrom)
  return {
    approvedSender: entry.approvedSender.trim(),
    authservIds: entry.authservIds.split(/[\s,;]+/u).filter(Boolean),
    deadlinesFrom: from === undefined ? null : from.toISOString(),
    keepsSent: entry.keepsSent,
  }
}
