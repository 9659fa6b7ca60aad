import { after, MINUTE_MS } from '../base/clock.ts'
import { fetchAgainByImap } from '../flow/quarantine/fetch-again.ts'
import { releaseMail } from '../flow/quarantine/release-mail.ts'
import { sweepReleases } from '../flow/quarantine/sweep-releases.ts'
import type { ReceiveMailParts } from '../flow/receive/read-coming.ts'
import type { AccountId, QuarantineId } from '../model/ids.ts'
import { every } from './every.ts'

const SWEEP_EVERY_MS = 5 * MINUTE_MS
/** Longer than the queue itself tries a job; a release that began before has none any more. */
const STUCK_AFTER_MS = 15 * MINUTE_MS

/** Takes in the mails that people release. Only here are their bytes opened. Disposing it cuts its sessions. */
export async function workReleases(
  parts: ReceiveMailParts,
  { failed }: { readonly failed: (error: unknown) => void },
): Promise<AsyncDisposable> {
  const ending = new AbortController()
  const { signal } = ending
  const fetchAgain = fetchAgainByImap(parts, { signal })
  await parts.jobs.work('release-mail', async (job) => {
    const wish = { accountId: job.accountId as AccountId, quarantineId: job.quarantineId as QuarantineId } // proof: written by decideQuarantine
    await releaseMail(parts, wish, fetchAgain).catch((error: unknown) => {
      if (!signal.aborted) failed(error)
      throw error
    })
  })
  const sweeping = every(
    // Not at once: a job that waited while the desk was off comes first.
    { intervalMs: SWEEP_EVERY_MS, isAtOnce: false },
    () => sweepReleases(parts, after(parts.clock.now(), -STUCK_AFTER_MS)),
    failed,
  )
  return {
    async [Symbol.asyncDispose]() {
      ending.abort()
      await sweeping[Symbol.asyncDispose]()
    },
  }
}
