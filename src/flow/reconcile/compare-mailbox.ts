import type { ListedMail } from '../../channel/mail/imap/mail.ts'
import type { ImapSession } from '../../channel/mail/imap/session.ts'
import { listAbove } from '../../channel/mail/imap/windows.ts'
import { DESK_PERSON, type AccountId, type MailboxId } from '../../model/ids.ts'
import type { MailboxPosition } from '../../model/mailbox-source.ts'
import type { ReconciledDay } from '../../model/reconciliation.ts'
import { type ArrivedUid, listArrivedUids } from '../../store/arrival.ts'
import { inAccount } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { newTally, type Tally } from './tally-mails.ts'

/** The folder of a mailbox on its server, as a session has it. */
export type ServerFolder = Pick<ImapSession, 'uidValidity' | 'uidNext' | 'listUids' | 'fetch'>

/** Which mailbox, and up to where it was fetched before its server was asked. */
export interface FetchedMailbox {
  readonly accountId: AccountId
  readonly mailboxId: MailboxId
  readonly position: MailboxPosition | undefined
  /** The place it is fetched from, as the ledger names it. */
  readonly origin: number
}

/** A mailbox held against its server. */
export interface MailboxComparison {
  readonly days: readonly ReconciledDay[]
  /** Mails that must be fetched, at most 10,000. */
  readonly missing: readonly ListedMail[]
  /** Mails above the position, which the watcher fetches. */
  readonly pending: number
}

/** Rows of the ledger in memory at once. */
const LEDGER_PAGE = 5_000
/** Missing mails that are remembered by number; the others are counted, and found again once these are fetched. */
const MISSING_MOST = 10_000

/**
 * Holds what a server lists against the ledger of its UIDVALIDITY, both by ascending UID, a window at a time: memory does
 * not grow with the mailbox. `position` must have been read before the server is asked, since every mail up to it is in
 * the ledger by then; whatever lies above is not fetched yet, on either side.
 */
export async function compareMailbox(
  parts: DeskParts,
  mailbox: FetchedMailbox,
  server: ServerFolder,
): Promise<MailboxComparison> {
  const { position } = mailbox
  const upTo = position?.uidValidity === server.uidValidity ? position.lastUid : 0
  const tally = newTally(parts.clock.now())
  const missing: ListedMail[] = []
  let pending = 0
  let compared = 0
  for await (const window of listAbove(server, 0)) {
    const last = window.at(-1)?.uid ?? compared
    const fetched = new Map(window.filter(({ uid }) => uid <= upTo).map((mail) => [mail.uid, mail]))
    pending += window.length - fetched.size
    await crossOff(ledger(parts, mailbox, { server, after: compared, upTo: Math.min(last, upTo) }), fetched, tally)
    for (const mail of fetched.values()) {
      tally.missing(mail.internalDate ?? parts.clock.now())
      if (missing.length < MISSING_MOST) missing.push(mail)
    }
    compared = last
  }
  await crossOff(ledger(parts, mailbox, { server, after: compared, upTo }), new Map(), tally)
  return { days: tally.days(), missing, pending }
}

/** Takes from the listed mails each that the ledger has. What is left is missing; what the ledger has beyond is gone. */
async function crossOff(
  ledger: AsyncIterable<readonly ArrivedUid[]>,
  listed: Map<number, ListedMail>,
  tally: Tally,
): Promise<void> {
  for await (const page of ledger) {
    for (const { uid, arrivedAt, outcome } of page) {
      const mail = listed.get(uid)
      if (mail) tally.kept(mail.internalDate ?? arrivedAt, outcome)
      else tally.gone(arrivedAt, outcome)
      listed.delete(uid)
    }
  }
}

interface LedgerRange {
  readonly server: ServerFolder
  readonly after: number
  readonly upTo: number
}

/** The ledger between two UIDs, page by page, each read in a transaction of its own. */
async function* ledger(
  parts: DeskParts,
  { accountId, mailboxId, origin }: FetchedMailbox,
  range: LedgerRange,
): AsyncGenerator<readonly ArrivedUid[]> {
  const desk = { personId: DESK_PERSON, tokenId: undefined }
  const { server, upTo } = range
  for (let { after } = range; after < upTo;) {
    const wish = { mailboxId, origin, uidValidity: server.uidValidity, after, upTo, limit: LEDGER_PAGE }
    const page = await inAccount(parts, desk, { accountId, permission: 'mail:receive' }, ({ tx, scope }) =>
      listArrivedUids(tx, scope, wish),
    )
    if ('ok' in page) return
    yield page
    after = page.length < LEDGER_PAGE ? upTo : (page.at(-1)?.uid ?? upTo)
  }
}
