import { ImapFailure } from '../../channel/mail/imap/failure.ts'
import type { ImapProblem } from '../../channel/mail/imap/problem.ts'
import { openImap } from '../../channel/mail/imap/session.ts'
import { listWatched } from '../mailbox/list-watched.ts'
import { openSource } from '../mailbox/open-source.ts'
import type { ReceiveMailParts } from '../receive/read-coming.ts'
import { reconcileMailbox, type ReconcileOutcome, type ReconcileWish } from './reconcile-mailbox.ts'

/** `not-reached`: its server could not be asked, and the last comparison stands as it was. */
export type ReconcileWithServerOutcome =
  | ReconcileOutcome
  | { readonly kind: 'not-reached'; readonly problem: ImapProblem }

/**
 * Holds a mailbox against the server it is fetched from, over a session of its own beside its watcher's; one that is not
 * fetched is told from the ledger alone. Rejects with the signal's reason, and when the database fails.
 */
export async function reconcileWithServer(
  parts: ReceiveMailParts,
  wish: ReconcileWish,
  { signal }: { readonly signal: AbortSignal },
): Promise<ReconcileWithServerOutcome> {
  const sources = await listWatched(parts)
  const watched = sources.find(
    ({ accountId, mailboxId }) => accountId === wish.accountId && mailboxId === wish.mailboxId,
  )
  if (!watched) return reconcileMailbox(parts, wish, undefined)
  const settings = await openSource(parts, watched)
  // Somebody changed it at this moment.
  if (!settings) return reconcileWithServer(parts, wish, { signal })
  try {
    await using session = await openImap(settings, { signal })
    return await reconcileMailbox(parts, wish, session)
  } catch (error) {
    if (error instanceof ImapFailure) return { kind: 'not-reached', problem: error.problem }
    throw error
  }
}
