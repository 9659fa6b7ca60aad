import type { Mailbox } from '../../model/account.ts'
import { type AccountId, DESK_PERSON, type QuarantineId } from '../../model/ids.ts'
import type { MailOnServer, ReleaseProblem } from '../../model/quarantined-mail.ts'
import { openRawMail } from '../../seal/open-raw-mail.ts'
import { openQuarantineKey } from '../../seal/quarantine-keys.ts'
import { announce } from '../../store/change.ts'
import { findOrigin } from '../../store/mailbox-position.ts'
import { findMailbox } from '../../store/mailbox.ts'
import { endRelease, findQuarantinedBytes } from '../../store/quarantine-release.ts'
import { inAccount, type Step } from '../in-account.ts'
import { quarantineRawPlace } from '../places.ts'
import type { ComingMail } from '../receive/coming-mail.ts'
import type { ReceiveMailParts } from '../receive/read-coming.ts'
import { receiveReleased } from '../receive/receive-released.ts'
import { record } from '../record.ts'

/** Fetches one mail once more from the server it stayed on, or says why not. */
export type FetchAgain = (
  mail: MailOnServer & { readonly mailbox: Mailbox },
) => Promise<
  | { readonly ok: true; readonly coming: ComingMail }
  | { readonly ok: false; readonly problem: 'gone-from-server' | 'server-not-reached' }
>

export interface ReleaseWish {
  readonly accountId: AccountId
  readonly quarantineId: QuarantineId
}

/** What came of a release. `not-releasing`: it was ended already, or there is none; nothing was done. */
export type ReleaseMailOutcome =
  | { readonly kind: 'released' }
  | { readonly kind: 'held-again'; readonly problem: ReleaseProblem }
  | { readonly kind: 'not-releasing' }

const DESK = { personId: DESK_PERSON, tokenId: undefined }

/**
 * Takes in a quarantined mail that a person released, as the desk: its bytes opened, or fetched again from the server they
 * stayed on, then received without suspicion of its sender. What still has no place is held again, with the reason. A
 * crash on the way leaves it `releasing`, and the job is done anew; a mail that is in already is the same message.
 */
export async function releaseMail(
  parts: ReceiveMailParts,
  wish: ReleaseWish,
  fetchAgain: FetchAgain,
): Promise<ReleaseMailOutcome> {
  const found = await asDesk(parts, wish, (step) => find(step, wish.quarantineId))
  if (!found || 'ok' in found) return { kind: 'not-releasing' }
  const { mailbox, sealed, onServer } = found
  if (!sealed && !onServer) return holdAgain(parts, wish, 'gone-from-server')
  const had = sealed ? ({ ok: true, coming: sealed } as const) : await fetchAgain({ mailbox, ...onServer })
  if (!had.ok) return holdAgain(parts, wish, had.problem)
  const released = await receiveReleased(parts, mailbox, {
    coming: had.coming,
    settle: (step) => end(step, wish.quarantineId, undefined),
  })
  if (released.kind === 'refused') return holdAgain(parts, wish, 'still-unreadable')
  return released.kind === 'no-mailbox' ? { kind: 'not-releasing' } : { kind: 'released' }
}

/** Holds a mail again whose release came to nothing. */
export async function holdAgain(
  parts: ReceiveMailParts,
  wish: ReleaseWish,
  problem: ReleaseProblem,
): Promise<ReleaseMailOutcome> {
  await asDesk(parts, wish, async (step) => {
    await end(step, wish.quarantineId, problem)
  })
  return { kind: 'held-again', problem }
}

function asDesk<T>(parts: ReceiveMailParts, { accountId }: ReleaseWish, work: (step: Step) => Promise<T>) {
  return inAccount(parts, DESK, { accountId, permission: 'mail:receive' }, work)
}

type FoundMail = { readonly mailbox: Mailbox } & (
  | { readonly sealed: ComingMail; readonly onServer: undefined }
  | { readonly sealed: undefined; readonly onServer: MailOnServer }
  // Its mailbox is fetched from elsewhere now, where this number means another mail.
  | { readonly sealed: undefined; readonly onServer: undefined }
)

/** The mail of a release that is under way: its bytes, opened, or its number on its server. */
async function find({ tx, scope, vault }: Step, id: QuarantineId): Promise<FoundMail | undefined> {
  const held = await findQuarantinedBytes(tx, scope, id)
  const mailbox = held && (await findMailbox(tx, scope, held.mailboxId))
  if (!held || !mailbox || held.state !== 'releasing') return undefined
  if (held.onServer) {
    const isThere = held.onServer.origin === (await findOrigin(tx, scope, mailbox.id))
    return { mailbox, sealed: undefined, onServer: isThere ? held.onServer : undefined }
  }
  if (!held.raw) return undefined
  const at = { account: scope.accountId, quarantine: id }
  const key = openQuarantineKey(await vault.accountKey(), at, held.wrappedKey)
  const bytes = openRawMail(key, quarantineRawPlace(scope.accountId, id), held.raw)
  const sealed: ComingMail = {
    door: 'smtp',
    uidValidity: 0,
    uid: undefined,
    arrivedAt: held.receivedAt,
    sizeBytes: bytes.length,
    bytes,
    isTooLarge: false,
  }
  return { mailbox, sealed, onServer: undefined }
}

async function end(step: Step, id: QuarantineId, problem: ReleaseProblem | undefined): Promise<void> {
  const { tx, scope } = step
  // Ended by another worker that had the same job.
  if (!(await endRelease(tx, scope, { id, problem }))) return
  const event = problem === undefined ? 'mail.released' : 'mail.held-again'
  await record(step, { event, object: `quarantine:${id}`, codes: problem === undefined ? [] : [problem] })
  await announce(tx, scope, { type: 'quarantine', id, conversationId: undefined })
}
