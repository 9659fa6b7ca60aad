import type { MailboxReconciliationView } from '../../src/http/route/reconciliation-shapes.ts'
import { call } from './client.ts'

/** The last comparison of a mailbox with the desk. */
export type MailboxProof = MailboxReconciliationView
/** The counts of the mails a server took on one day (UTC). */
export type ProofDay = MailboxProof['days'][number]
/** What is on the server, and what became of it here. */
export type ProofCounts = Omit<ProofDay, 'day'>

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
