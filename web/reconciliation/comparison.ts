import type { MailboxProof } from '../api/reconciliation.ts'

/** A comparison that was asked for, and how things stood then. */
export interface Comparison {
  readonly askedAt: Date
  readonly before: readonly Pick<MailboxProof, 'mailboxId' | 'reckonedAt'>[]
}

/** Whether a mailbox is still as it was when the comparison was asked for. */
export function isRunning(
  { before }: Comparison,
  proofs: readonly Pick<MailboxProof, 'mailboxId' | 'reckonedAt'>[],
): boolean {
  const was = new Map(before.map(({ mailboxId, reckonedAt }) => [mailboxId, reckonedAt]))
  return proofs.some(({ mailboxId, reckonedAt }) => was.has(mailboxId) && was.get(mailboxId) === reckonedAt)
}
