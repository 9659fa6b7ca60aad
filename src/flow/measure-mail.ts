import { MINUTE_MS } from '../base/clock.ts'
import { DESK_PERSON } from '../model/ids.ts'
import { mintPersonScope } from '../policy/access/mint-scope.ts'
import { asReader } from '../store/database.ts'
import {
  type ArrivalTotal,
  countArrivalTotals,
  countUnclear,
  listMailboxFigures,
  type MailboxFigures,
} from '../store/mail-figures.ts'
import type { DeskParts } from './parts.ts'

/** The mail of all accounts in numbers; no name, address or text is among them. */
export interface MailFigures {
  readonly measuredAt: Date
  readonly totals: readonly ArrivalTotal[]
  readonly mailboxes: readonly MailboxFigures[]
  /** Mails of an unknown shape that are kept: shown whole, or set aside. */
  readonly unknownShapes: number
  /** Set aside and not decided. */
  readonly held: number
}

/** The totals go through the whole ledger, which takes most of a second for a million mails; they are read once a minute. */
const TOTALS_KEPT_MS = MINUTE_MS

/** Measures the mail of the desk, as the desk, each time it is called. */
export function measureMail(parts: Pick<DeskParts, 'db' | 'clock'>): () => Promise<MailFigures> {
  const scope = mintPersonScope(DESK_PERSON)
  let known: { readonly totals: readonly ArrivalTotal[]; readonly at: Date } | undefined
  return () =>
    asReader(parts.db, DESK_PERSON, async (tx) => {
      const now = parts.clock.now()
      if (!known || now.getTime() - known.at.getTime() >= TOTALS_KEPT_MS) {
        known = { totals: await countArrivalTotals(tx, scope), at: now }
      }
      const mailboxes = await listMailboxFigures(tx, scope)
      return { measuredAt: now, totals: known.totals, mailboxes, ...(await countUnclear(tx, scope)) }
    })
}
