import type { Mailbox } from '../../model/account.ts'
import type { ArrivalOutcome } from '../../model/arrival.ts'
import { DESK_PERSON } from '../../model/ids.ts'
import type { MailboxPosition } from '../../model/mailbox-source.ts'
import { insertArrivals, type ArrivalRow } from '../../store/arrival.ts'
import { isDatabaseTrouble } from '../../store/database-trouble.ts'
import { findOrigin, movePosition } from '../../store/mailbox-position.ts'
import { lockReceiving } from '../../store/thread.ts'
import { inAccount, type Step } from '../in-account.ts'
import type { ComingMail } from './coming-mail.ts'
import { placeMails, type PlacedMail } from './place-mails.ts'
import { readComing, type ReadMail, type ReceiveMailParts } from './read-coming.ts'

/** Where a mailbox was read from, and where it stands once these mails are taken. */
export interface PositionMove {
  readonly from: MailboxPosition | undefined
  readonly to: MailboxPosition
}

/**
 * `taken`: what became of each mail, in order; all of it is committed. `position-moved`: somebody else took them, and
 * the position must be read again; nothing was written.
 */
export type ReceiveMailsOutcome =
  | { readonly kind: 'taken'; readonly outcomes: readonly ArrivalOutcome[] }
  | { readonly kind: 'position-moved' }
  | { readonly kind: 'no-mailbox' }

/**
 * Takes mails of one mailbox in: read in the cage, understood, judged, redacted; then stored, counted in the ledger and
 * the position moved, all in one transaction. What cannot be placed is quarantined; nothing is dropped. When a batch
 * fails its mails are taken one by one, so that one cannot hold up the others. Throws when they could not be stored;
 * then they are not, and the server has them still.
 */
export async function receiveMails(
  parts: ReceiveMailParts,
  mailbox: Mailbox,
  wish: { readonly mails: readonly ComingMail[]; readonly move?: PositionMove },
): Promise<ReceiveMailsOutcome> {
  const read = await Promise.all(wish.mails.map((coming) => readComing(parts, mailbox, { coming })))
  try {
    return await take(parts, mailbox, { read, move: wish.move })
  } catch (error) {
    if (isDatabaseTrouble(error)) throw error
    if (read.length === 1) return takeAsUnstorable(parts, mailbox, { read, move: wish.move }, error)
    return takeOneByOne(parts, mailbox, { read, move: wish.move })
  }
}

interface Batch {
  readonly read: readonly ReadMail[]
  readonly move: PositionMove | undefined
}

async function take(parts: ReceiveMailParts, mailbox: Mailbox, batch: Batch): Promise<ReceiveMailsOutcome> {
  const actor = { personId: DESK_PERSON, tokenId: undefined }
  const right = { accountId: mailbox.accountId, permission: 'mail:receive' } as const
  const taken = await inAccount(parts, actor, right, async (step): Promise<ReceiveMailsOutcome> => {
    await lockReceiving(step.tx, step.scope)
    const { move } = batch
    if (move && !(await movePosition(step.tx, step.scope, mailbox.id, { ...move, at: step.now }))) {
      return { kind: 'position-moved' }
    }
    const placed = await placeMails(step, mailbox, batch.read)
    await enterInLedger(step, mailbox, placed)
    return { kind: 'taken', outcomes: placed.map(({ outcome }) => outcome) }
  })
  return 'ok' in taken ? { kind: 'no-mailbox' } : taken
}

async function takeOneByOne(parts: ReceiveMailParts, mailbox: Mailbox, batch: Batch): Promise<ReceiveMailsOutcome> {
  const outcomes: ArrivalOutcome[] = []
  let from = batch.move?.from
  for (const [at, mail] of batch.read.entries()) {
    const move = batch.move && { from, to: stepOf(batch.move, mail, at === batch.read.length - 1) }
    const one: Batch = { read: [mail], move }
    const taken = await take(parts, mailbox, one).catch((error: unknown) =>
      takeAsUnstorable(parts, mailbox, one, error),
    )
    if (taken.kind !== 'taken') return taken
    outcomes.push(...taken.outcomes)
    from = move?.to
  }
  return { kind: 'taken', outcomes }
}

function stepOf({ to }: PositionMove, { coming }: ReadMail, isLast: boolean): MailboxPosition {
  return isLast ? to : { uidValidity: to.uidValidity, lastUid: coming.uid ?? to.lastUid }
}

/** A mail that cannot be stored is set aside. When that fails too, it is not the mail: the first error is thrown on. */
async function takeAsUnstorable(
  parts: ReceiveMailParts,
  mailbox: Mailbox,
  { read, move }: Batch,
  error: unknown,
): Promise<ReceiveMailsOutcome> {
  // What the database could not do now, it can do later: the mail is offered again.
  if (isDatabaseTrouble(error)) throw error
  const setAside = read.map((mail) => ({ ...mail, content: { kind: 'unplaced', reason: 'not-stored' } as const }))
  const taken = await take(parts, mailbox, { read: setAside, move }).catch(() => {
    throw error
  })
  parts.notStored?.(error)
  return taken
}

async function enterInLedger({ tx, scope, parts, now }: Step, mailbox: Mailbox, placed: readonly PlacedMail[]) {
  const origin = await findOrigin(tx, scope, mailbox.id)
  const rows = placed.map(({ mail, outcome, objectId }): ArrivalRow => {
    const { door, uidValidity, uid } = mail.coming
    return {
      mailboxId: mailbox.id,
      door,
      origin: door === 'imap' ? origin : 0,
      uidValidity,
      uid: uid ?? parts.ids.next(),
      arrivedAt: mail.arrivedAt,
      takenAt: now,
      outcome,
      objectId,
    }
  })
  await insertArrivals(tx, scope, rows)
}
