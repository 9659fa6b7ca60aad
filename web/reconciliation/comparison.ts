import type { MailboxProof } from '../api/reconciliation.ts'

type LastComparison = Pick<MailboxProof, 'mailboxId' | 'reckonedAt'>

/** A comparison that was asked for, and how things stood then. */
export interface Comparison {
  readonly askedAt: Date
  readonly before: readonly LastComparison[]
  /** How many mailboxes will be compared, as the desk said; undefined until it has. One that is not fetched is none. */
  readonly queued: number | undefined
}

/** Whether fewer mailboxes were compared since than the desk said it would compare. */
export function isRunning({ before, queued }: Comparison, proofs: readonly LastComparison[]): boolean {
  if (queued === undefined) return true
  const was = new Map(before.map(({ mailboxId, reckonedAt }) => [mailboxId, reckonedAt]))
  return proofs.filter(({ mailboxId, reckonedAt }) => was.get(mailboxId) !== reckonedAt).length < queued
}
