import type { ReceiveMailParts } from '../flow/receive/read-coming.ts'
import { startAlerting } from './alert.ts'
import { startDestroying } from './destroy-expired.ts'
import { startExpectingCopies } from './expect-copies.ts'
import { workReconciliations } from './reconcile.ts'
import { workReleases } from './release.ts'

/**
 * Starts what the desk does for the mail it has: telling people what is due, comparing it with its servers,
 * letting in what people release, destroying what is kept for some days only. `failed` is told of what could not be done; it is tried again.
 */
export async function startMailJobs(
  parts: ReceiveMailParts,
  options: { readonly failed: (error: unknown) => void },
): Promise<AsyncDisposable> {
  await using opened = new AsyncDisposableStack()
  opened.use(startAlerting(parts, options))
  opened.use(startDestroying(parts, options))
  opened.use(startExpectingCopies(parts, options))
  opened.use(await workReleases(parts, options))
  opened.use(await workReconciliations(parts, options))
  return opened.move()
}
