import { after, DAY_MS, MINUTE_MS } from '../base/clock.ts'
import { deliverReply, STUCK_AFTER_MS, type DeliverParts } from '../flow/deliver-reply.ts'
import { requeueReplies } from '../flow/requeue-replies.ts'
import { lookForReply } from '../flow/sent/look-for-reply.ts'
import { sweepReplies } from '../flow/sweep-replies.ts'
import type { AccountId, ReplyId } from '../model/ids.ts'

/** Further than any clock is set back: a row that was changed in its future is as old as any other. */
const EVER_MS = 100 * 365 * DAY_MS
const SWEEP_EVERY_MS = MINUTE_MS
/** Longer than a job is tried by the queue itself; a reply that is queued for so long past its time has none any more. */
const OVERDUE_AFTER_MS = 10 * MINUTE_MS

export interface JobOptions {
  /** No other process can be sending, so whatever is `sending` now was left by a crash. */
  readonly isAlone: boolean
  /** Told of what a job or a sweep could not do; it is tried again. */
  readonly failed: (error: unknown) => void
}

/**
 * Starts what the desk does by itself: delivering queued replies, finding those a crash left behind, and looking for those
 * of which nobody can tell. Disposing it cuts the looks.
 */
export async function startJobs(parts: DeliverParts, options: JobOptions): Promise<AsyncDisposable> {
  if (options.isAlone) await sweepReplies(parts, after(parts.clock.now(), EVER_MS))
  await parts.jobs.work('deliver-reply', async (job) => {
    const wish = { accountId: job.accountId as AccountId, replyId: job.replyId as ReplyId } // proof: written by sendReply
    await deliverReply(parts, wish).catch((error: unknown) => {
      options.failed(error)
      throw error
    })
  })
  const ending = new AbortController()
  const { signal } = ending
  await parts.jobs.work('look-for-reply', async (job) => {
    const wish = { accountId: job.accountId as AccountId, replyId: job.replyId as ReplyId } // proof: written by planLook
    await lookForReply(parts, wish, { signal }).catch((error: unknown) => {
      if (!signal.aborted) options.failed(error)
      throw error
    })
  })
  const timer = setInterval(() => {
    sweep(parts).catch(options.failed)
  }, SWEEP_EVERY_MS)
  return {
    async [Symbol.asyncDispose]() {
      ending.abort()
      clearInterval(timer)
    },
  }
}

async function sweep(parts: DeliverParts): Promise<void> {
  const now = parts.clock.now()
  await sweepReplies(parts, after(now, -STUCK_AFTER_MS))
  await requeueReplies(parts, after(now, -OVERDUE_AFTER_MS))
}
