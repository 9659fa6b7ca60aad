import { after, HOUR_MS, MINUTE_MS } from '../base/clock.ts'
import type { ReceiveMailParts } from '../flow/receive/read-coming.ts'
import { reconcileWithServer } from '../flow/reconcile/reconcile-with-server.ts'
import { queueReconciliations } from '../flow/reconcile/request-reconciliation.ts'
import type { AccountId, MailboxId } from '../model/ids.ts'
import { every } from './every.ts'

/** A mailbox is compared when nobody compared it for so long. */
const COMPARE_EVERY_MS = HOUR_MS
/** How often that is looked at; also how soon a mailbox is tried again whose server could not be asked. */
const LOOK_EVERY_MS = 5 * MINUTE_MS

/** Holds each mailbox against its server every hour, and at once when a person asks. Disposing it cuts its sessions. */
export async function workReconciliations(
  parts: ReceiveMailParts,
  { failed }: { readonly failed: (error: unknown) => void },
): Promise<AsyncDisposable> {
  const ending = new AbortController()
  const { signal } = ending
  await parts.jobs.work('reconcile-mailbox', async (job) => {
    const wish = { accountId: job.accountId as AccountId, mailboxId: job.mailboxId as MailboxId } // proof: written by the flow that asked
    await reconcileWithServer(parts, wish, { signal }).catch((error: unknown) => {
      if (!signal.aborted) failed(error)
      throw error
    })
  })
  const looking = every(
    { intervalMs: LOOK_EVERY_MS, isAtOnce: true },
    () => queueReconciliations(parts, after(parts.clock.now(), -COMPARE_EVERY_MS)),
    failed,
  )
  return {
    async [Symbol.asyncDispose]() {
      ending.abort()
      await looking[Symbol.asyncDispose]()
    },
  }
}
