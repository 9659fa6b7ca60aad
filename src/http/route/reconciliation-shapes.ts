import { z } from '@hono/zod-openapi'

import { id, instant } from './basic-shapes.ts'

/** onServer + gone = stored + repeated + noticed + quarantined + missing, each day and in all. */
const counts = {
  onServer: z.int(),
  stored: z.int(),
  repeated: z.int(),
  noticed: z.int(),
  quarantined: z.int(),
  /** On the server, passed by the position, and not in the ledger. */
  missing: z.int(),
  /** In the ledger, and no longer on the server. */
  gone: z.int(),
}

const ReconciledDayShape = z
  .object({ day: z.iso.date().openapi({ example: '2026-11-24' }), ...counts })
  .openapi('ReconciledDay')

const MailboxReconciliationShape = z
  .object({
    mailboxId: id,
    address: z.string(),
    /** Null before the first comparison. */
    reckonedAt: instant.nullable(),
    agrees: z.boolean(),
    ...counts,
    /** Taken under an earlier UIDVALIDITY; it can be compared with nothing, and no day counts it. */
    earlier: z.int(),
    /** Handed in by a mail server or read from a file; no mailbox server counts it, and no day does. */
    handedIn: z.int(),
    days: z.array(ReconciledDayShape),
  })
  .openapi('MailboxReconciliation')

export const ReconciliationShape = z.object({ items: z.array(MailboxReconciliationShape) }).openapi('Reconciliation')

export const QueuedReconciliationShape = z.object({ queued: z.int() }).openapi('QueuedReconciliation')

export type MailboxReconciliationView = z.infer<typeof MailboxReconciliationShape>
