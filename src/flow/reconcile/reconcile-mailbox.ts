import { type AccountId, DESK_PERSON, type MailboxId } from '../../model/ids.ts'
import type { MailboxPosition } from '../../model/mailbox-source.ts'
import { type MailCounts, NO_MAILS, type ReconciledDay, sumOf } from '../../model/reconciliation.ts'
import type { Mailbox } from '../../model/account.ts'
import { countArrivals, countIncomparable } from '../../store/arrival.ts'
import { findOrigin, findPosition } from '../../store/mailbox-position.ts'
import { findMailbox } from '../../store/mailbox.ts'
import { replaceReconciliation } from '../../store/reconciliation.ts'
import { inAccount, type Step } from '../in-account.ts'
import { announceMailbox } from '../mailbox/record-change.ts'
import type { ReceiveMailParts } from '../receive/read-coming.ts'
import { record } from '../record.ts'
import { compareMailbox, type ServerFolder } from './compare-mailbox.ts'
import { takeMissing } from './take-missing.ts'
import { newTally } from './tally-mails.ts'

export interface ReconcileWish {
  readonly accountId: AccountId
  readonly mailboxId: MailboxId
}

/** What a comparison came to. `no-mailbox`: the desk has none of this id, or may not see it. */
export type ReconcileOutcome =
  | {
      readonly kind: 'reckoned'
      readonly counts: MailCounts
      /** Nothing is missing. */
      readonly agrees: boolean
      /** Mails that were missing and are now taken in. */
      readonly repaired: number
      /** Mails above the position, which the watcher fetches: not yet fetched, and not missing. */
      readonly pending: number
      /** Mails of an earlier UIDVALIDITY, which can be compared with nothing. */
      readonly earlier: number
      /** Mails of the other doors, which no mailbox server counts. */
      readonly handedIn: number
    }
  | { readonly kind: 'no-mailbox' }

const DESK = { personId: DESK_PERSON, tokenId: undefined }

/**
 * Holds a mailbox against its server, writes the result, fetches what is missing and compares once more. Without a server
 * there is nobody to count with us: then the ledger itself is told, by day. Rejects as the session does; what was written
 * before stands, and running it again is harmless.
 */
export async function reconcileMailbox(
  parts: ReceiveMailParts,
  wish: ReconcileWish,
  server: ServerFolder | undefined,
): Promise<ReconcileOutcome> {
  const found = await asDesk(parts, wish, (step) => find(step, wish.mailboxId))
  if (!found || 'ok' in found) return { kind: 'no-mailbox' }
  if (!server) return write(parts, wish, { days: await readLedger(parts, wish), pending: 0, repaired: 0, apart: NONE })
  const mailbox = { ...wish, position: found.position, origin: found.origin }
  const first = await compareMailbox(parts, mailbox, server)
  const result = { ...first, repaired: 0, apart: await readApart(parts, wish) }
  const written = await write(parts, wish, result)
  if (first.missing.length === 0) return written
  const repaired = await takeMissing(parts, found.mailbox, { server, missing: first.missing })
  return write(parts, wish, { ...result, ...(await compareMailbox(parts, mailbox, server)), repaired })
}

interface Apart {
  readonly earlier: number
  readonly handedIn: number
}

const NONE: Apart = { earlier: 0, handedIn: 0 }

function asDesk<T>(parts: ReceiveMailParts, { accountId }: ReconcileWish, work: (step: Step) => Promise<T>) {
  return inAccount(parts, DESK, { accountId, permission: 'mail:receive' }, work)
}

async function find(
  { tx, scope }: Step,
  mailboxId: MailboxId,
): Promise<
  { readonly mailbox: Mailbox; readonly position: MailboxPosition | undefined; readonly origin: number } | undefined
> {
  const mailbox = await findMailbox(tx, scope, mailboxId)
  if (!mailbox) return undefined
  const position = await findPosition(tx, scope, mailboxId)
  return { mailbox, position, origin: await findOrigin(tx, scope, mailboxId) }
}

/** The days of a mailbox that is not fetched from a server: what was handed in is what there was. */
async function readLedger(parts: ReceiveMailParts, wish: ReconcileWish): Promise<readonly ReconciledDay[]> {
  const counts = await asDesk(parts, wish, ({ tx, scope }) => countArrivals(tx, scope, wish.mailboxId))
  if ('ok' in counts) return []
  const tally = newTally(parts.clock.now())
  for (const { day, outcome, mails } of counts) tally.handedIn(new Date(`${day}T00:00:00.000Z`), outcome, mails)
  return tally.days()
}

async function readApart(parts: ReceiveMailParts, wish: ReconcileWish): Promise<Apart> {
  const counts = await asDesk(parts, wish, ({ tx, scope }) => countIncomparable(tx, scope))
  return ('ok' in counts ? undefined : counts.get(wish.mailboxId)) ?? NONE
}

interface Reckoned {
  readonly days: readonly ReconciledDay[]
  readonly pending: number
  readonly repaired: number
  readonly apart: Apart
}

async function write(parts: ReceiveMailParts, wish: ReconcileWish, reckoned: Reckoned): Promise<ReconcileOutcome> {
  const { mailboxId } = wish
  const counts = sumOf(reckoned.days)
  const done = await asDesk(parts, wish, async (step) => {
    const { tx, scope, now } = step
    // A mailbox without mails was compared as well: one empty day says when.
    const days = reckoned.days.length > 0 ? reckoned.days : [{ ...NO_MAILS, day: now.toISOString().slice(0, 10) }]
    await replaceReconciliation(tx, scope, { mailboxId, reckonedAt: now, days })
    const codes = [`missing:${counts.missing}`, `on-server:${counts.onServer}`]
    await record(step, { event: 'mailbox.reconciled', object: `mailbox:${mailboxId}`, codes })
    await announceMailbox(step, mailboxId)
    return true
  })
  if (done !== true) return { kind: 'no-mailbox' }
  const { pending, repaired, apart } = reckoned
  return { kind: 'reckoned', counts, agrees: counts.missing === 0, pending, repaired, ...apart }
}
