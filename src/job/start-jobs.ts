import { after, MINUTE_MS } from '../base/clock.ts'
import { deliverReply, STUCK_AFTER_MS, type DeliverParts } from '../flow/deliver-reply.ts'
import { sweepReplies } from '../flow/sweep-replies.ts'
import type { AccountId, ReplyId } from '../model/ids.ts'

const SWEEP_EVERY_MS = MINUTE_MS

export interface JobOptions {
  /** No other process can be sending, so whatever is `sending` now was left by a crash. */
  readonly isAlone: boolean
  /** Told of what a job or a sweep could not do; it is tried again. */
  readonly failed: (error: unknown) => void
}

/** Starts what the desk does by itself: delivering queued replies and finding those a crash left behind. */
export async function startJobs(parts: DeliverParts, options: JobOptions): Promise<AsyncDisposable> {
  if (options.isAlone) await sweepReplies(parts, after(parts.clock.now(), 1))
  await parts.jobs.work('deliver-reply', async (job) => {
    const wish = { accountId: job.accountId as AccountId, replyId: job.replyId as ReplyId } // proof: written by sendReply
    await deliverReply(parts, wish)
  })
  const sweep = setInterval(() => {
    sweepReplies(parts, after(parts.clock.now(), -STUCK_AFTER_MS)).catch(options.failed)
  }, SWEEP_EVERY_MS)
  return {
    async [Symbol.asyncDispose]() {
      clearInterval(sweep)
    },
  }
}
