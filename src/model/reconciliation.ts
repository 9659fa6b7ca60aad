import type { ArrivalOutcome } from './arrival.ts'
import type { MailboxId } from './ids.ts'

/**
 * One mailbox held against the ledger. Each mail that the server has is counted once in `onServer`, and each that the
 * ledger has once under its outcome, so that always onServer + gone = stored + repeated + noticed + quarantined + missing.
 */
export interface MailCounts extends Readonly<Record<ArrivalOutcome, number>> {
  readonly onServer: number
  /** On the server, passed by the position, and not in the ledger. It must be 0. */
  readonly missing: number
  /** In the ledger, and no longer on the server: somebody moved or deleted it there. */
  readonly gone: number
}

/** The counts of one UTC day of the instants at which the server took the mails. */
export interface ReconciledDay extends MailCounts {
  /** Such as `2026-11-24`. */
  readonly day: string
}

/** The last comparison of a mailbox; without `reckonedAt` there was none yet. */
export interface Reconciliation extends MailCounts {
  readonly mailboxId: MailboxId
  readonly address: string
  readonly reckonedAt: Date | undefined
  /** It was reckoned, and nothing is missing. */
  readonly agrees: boolean
  /** Mails taken under an earlier UIDVALIDITY, whose UIDs can be held against nothing any more. */
  readonly earlier: number
  /** Mails that a mail server handed in or that came from a file; no mailbox server counts them. */
  readonly handedIn: number
  /** Newest first. */
  readonly days: readonly ReconciledDay[]
}

export const NO_MAILS: MailCounts = {
  onServer: 0,
  stored: 0,
  repeated: 0,
  noticed: 0,
  quarantined: 0,
  missing: 0,
  gone: 0,
}

/** The counts of several days together. */
export function sumOf(days: readonly MailCounts[]): MailCounts {
  const sum = { ...NO_MAILS }
  for (const day of days) {
    sum.onServer += day.onServer
    sum.stored += day.stored
    sum.repeated += day.repeated
    sum.noticed += day.noticed
    sum.quarantined += day.quarantined
    sum.missing += day.missing
    sum.gone += day.gone
  }
  return sum
}
