import type { QueryClient } from '@tanstack/react-query'

import { after } from '../../src/base/clock.ts'
import type { MailboxPlace } from '../api/mailboxes.ts'
import { removeSource } from '../api/mailboxes.ts'
import { problemSentence } from '../api/problem.ts'
import { mailboxesKey } from '../api/queries.ts'
import { createCell } from '../cell/cell.ts'
import { deskClock } from '../clock/desk-clock.ts'

/** Long enough to see what one did; the password is gone afterwards. */
const UNDO_MS = 8_000

/** A mailbox whose fetching is about to end, or could not be ended. */
export type PendingStop =
  | { readonly kind: 'waiting'; readonly endsAt: Date; readonly timer: ReturnType<typeof setTimeout> }
  | { readonly kind: 'failed'; readonly sentence: string }

/** By mailbox id. It outlives the page, so that a look at the inbox does not take the decision back. */
export const pendingStops = createCell<ReadonlyMap<string, PendingStop>>(new Map())

/** Ends the fetching of a mailbox in a few seconds, unless it is taken back. */
export function stopSoon(client: QueryClient, place: MailboxPlace): void {
  const timer = setTimeout(() => void stop(client, place), UNDO_MS)
  note(place.mailboxId, { kind: 'waiting', endsAt: after(deskClock.now(), UNDO_MS), timer })
}

/** Takes it back, or puts away what went wrong. */
export function keepFetching(mailboxId: string): void {
  const pending = pendingStops.get().get(mailboxId)
  if (pending?.kind === 'waiting') clearTimeout(pending.timer)
  note(mailboxId, undefined)
}

async function stop(client: QueryClient, place: MailboxPlace): Promise<void> {
  try {
    await removeSource(place)
    await client.invalidateQueries({ queryKey: mailboxesKey(place.accountId) })
    note(place.mailboxId, undefined)
  } catch (problem) {
    note(place.mailboxId, { kind: 'failed', sentence: problemSentence(problem) })
  }
}

function note(mailboxId: string, pending: PendingStop | undefined): void {
  const next = new Map(pendingStops.get())
  if (pending) next.set(mailboxId, pending)
  else next.delete(mailboxId)
  pendingStops.set(next)
}
