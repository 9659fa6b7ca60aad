import { sql } from 'kysely'

import type { ArrivalOutcome, MailDoor } from '../model/arrival.ts'
import type { MailboxId } from '../model/ids.ts'
import type { WatchState } from '../model/mailbox-source.ts'
import type { PersonScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** How many mails of one door came to one outcome, ever. */
export interface ArrivalTotal {
  readonly door: MailDoor
  readonly outcome: ArrivalOutcome
  readonly mails: number
}

/** How one mailbox fares, by numbers. */
export interface MailboxFigures {
  readonly mailboxId: MailboxId
  /** Undefined for a mailbox that is not fetched. */
  readonly watch:
    | {
        readonly state: WatchState
        readonly since: Date
        readonly seenAt: Date
        readonly behind: number
      }
    | undefined
  /** Of the last comparison; undefined before the first. */
  readonly missing: number | undefined
}

/** The ledger of all accounts of a person in a few numbers. */
export async function countArrivalTotals(tx: Tx, scope: PersonScope): Promise<readonly ArrivalTotal[]> {
  const { rows } = await sql<ArrivalTotal>`
    select a.door, a.outcome, count(*) as mails
      from membership m
      join arrival a on a.account_id = m.account_id
     where m.person_id = ${scope.personId}
     group by a.door, a.outcome
     order by a.door, a.outcome`.execute(tx)
  return rows.map(({ door, outcome, mails }) => ({ door, outcome, mails }))
}

/** How each mailbox among the accounts of a person fares, oldest first. */
export async function listMailboxFigures(tx: Tx, scope: PersonScope): Promise<readonly MailboxFigures[]> {
  const { rows } = await sql<{
    mailbox_id: MailboxId
    state: WatchState | null
    since: Date | null
    seen_at: Date | null
    behind: number | null
    missing: number | null
  }>`
    select b.mailbox_id, w.state, w.since, w.seen_at, w.behind,
           (select sum(r.missing) from reconciliation r
             where r.account_id = b.account_id and r.mailbox_id = b.mailbox_id) as missing
      from membership m
      join mailbox b on b.account_id = m.account_id
      left join mailbox_watch w on w.account_id = b.account_id and w.mailbox_id = b.mailbox_id
     where m.person_id = ${scope.personId}
     order by b.mailbox_id`.execute(tx)
  return rows.map(({ mailbox_id: mailboxId, state, since, seen_at: seenAt, behind, missing }) => ({
    mailboxId,
    watch: state && since && seenAt ? { state, since, seenAt, behind: behind ?? 0 } : undefined,
    missing: missing ?? undefined,
  }))
}

/** Mails of an unknown shape, shown whole or set aside, and mails that wait for a person's decision. */
export async function countUnclear(
  tx: Tx,
  scope: PersonScope,
): Promise<{ readonly unknownShapes: number; readonly held: number }> {
  const { rows } = await sql<{ whole: number; ambiguous: number; held: number }>`
    with mine as (select account_id from membership where person_id = ${scope.personId})
    select (select count(*) from message where is_whole and account_id in (select account_id from mine)) as whole,
           count(*) filter (where reason = 'ambiguous') as ambiguous,
           count(*) filter (where state in ('held', 'releasing')) as held
      from quarantine
     where account_id in (select account_id from mine)`.execute(tx)
  const [row] = rows
  return { unknownShapes: (row?.whole ?? 0) + (row?.ambiguous ?? 0), held: row?.held ?? 0 }
}
