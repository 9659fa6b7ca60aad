import { call } from './client.ts'

/** What is on the server, and what became of it here. */
export interface ProofCounts {
  readonly onServer: number
  readonly stored: number
  readonly repeated: number
  readonly noticed: number
  readonly quarantined: number
  /** On the server, passed by the desk and not here. It must be 0. */
  readonly missing: number
  /** Here, and no longer on the server. */
  readonly gone: number
}

/** The counts of the mails a server took on one day (UTC). */
export interface ProofDay extends ProofCounts {
  readonly day: string
}

/** The last comparison of a mailbox with the desk. */
export interface MailboxProof extends ProofCounts {
  readonly mailboxId: string
  readonly address: string
  readonly reckonedAt: string | null
  readonly agrees: boolean
  /** Taken before the server numbered its mails anew; they can be held against nothing any more. */
  readonly earlier: number
  /** Handed in by a mail server or read from a file; no mailbox counts them. */
  readonly handedIn: number
  readonly days: readonly ProofDay[]
}

export async function readProofs(accountId: string, signal: AbortSignal): Promise<readonly MailboxProof[]> {
  const path = `/accounts/${accountId}/reconciliation`
  const { items } = await call<{ readonly items: readonly MailboxProof[] }>({ path, signal })
  return items
}

/** Asks for a comparison now; gives how many mailboxes will be compared. */
export async function compareNow(accountId: string): Promise<number> {
  const path = `/accounts/${accountId}/reconciliation`
  const { queued } = await call<{ readonly queued: number }>({ method: 'POST', path })
  return queued
}
