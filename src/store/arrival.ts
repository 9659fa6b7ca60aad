import { sql } from 'kysely'

import type { ArrivalOutcome, MailDoor } from '../model/arrival.ts'
import type { MailboxId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** One mail that a door took, and what became of it. */
export interface ArrivalRow {
  readonly mailboxId: MailboxId
  readonly door: MailDoor
  /** The place its mailbox was fetched from then; 0 for the other doors. */
  readonly origin: number
  /** 0 for a mail that no IMAP server numbered. */
  readonly uidValidity: number
  readonly uid: number
  readonly arrivedAt: Date
  readonly takenAt: Date
  readonly outcome: ArrivalOutcome
  /** The message or the quarantined mail it became. */
  readonly objectId: number | undefined
}

/** How many mails of one door and UIDVALIDITY arrived on one UTC day and came to one outcome. */
export interface ArrivalCount {
  readonly door: MailDoor
  readonly uidValidity: number
  /** Such as `2026-11-24`. */
  readonly day: string
  readonly outcome: ArrivalOutcome
  readonly mails: number
}

/** A mail of the ledger, by the number its server gave it. */
export interface ArrivedUid {
  readonly uid: number
  readonly arrivedAt: Date
  readonly outcome: ArrivalOutcome
}

/**
 * Writes mails to the ledger in one statement. Returns how many were new: one that is there already is left as it is, and
 * a caller that must not take a mail twice compares the number.
 */
export async function insertArrivals(tx: Tx, scope: AccountScope, arrivals: readonly ArrivalRow[]): Promise<number> {
  if (arrivals.length === 0) return 0
  const result = await sql`
    insert into arrival (account_id, mailbox_id, door, origin, uid_validity, uid, arrived_at, taken_at, outcome, object_id)
    select ${scope.accountId}::bigint, * from unnest(
      ${arrivals.map((row) => row.mailboxId)}::bigint[], ${arrivals.map((row) => row.door)}::text[],
      ${arrivals.map((row) => row.origin)}::bigint[], ${arrivals.map((row) => row.uidValidity)}::bigint[],
      ${arrivals.map((row) => row.uid)}::bigint[],
      ${arrivals.map((row) => row.arrivedAt)}::timestamptz[], ${arrivals.map((row) => row.takenAt)}::timestamptz[],
      ${arrivals.map((row) => row.outcome)}::text[], ${arrivals.map((row) => row.objectId ?? null)}::bigint[])
    on conflict do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0)
}

/** The first mails of a mailbox in the ledger whose UID is above `after` and at most `upTo`, ascending, of one numbering. */
export async function listArrivedUids(
  tx: Tx,
  scope: AccountScope,
  range: {
    readonly mailboxId: MailboxId
    readonly origin: number
    readonly uidValidity: number
    readonly after: number
    readonly upTo: number
    readonly limit: number
  },
): Promise<readonly ArrivedUid[]> {
  const rows = await tx
    .selectFrom('arrival')
    .select(['uid', 'arrived_at', 'outcome'])
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', range.mailboxId)
    .where('door', '=', 'imap')
    .where('origin', '=', range.origin)
    .where('uid_validity', '=', range.uidValidity)
    .where('uid', '>', range.after)
    .where('uid', '<=', range.upTo)
    .orderBy('uid')
    .limit(range.limit)
    .execute()
  return rows.map((row) => ({ uid: row.uid, arrivedAt: row.arrived_at, outcome: row.outcome }))
}

/** The whole ledger of a mailbox in numbers; nothing arrived is an empty list. */
export async function countArrivals(
  tx: Tx,
  scope: AccountScope,
  mailboxId: MailboxId,
): Promise<readonly ArrivalCount[]> {
  const day = sql<string>`(arrived_at at time zone 'UTC')::date`
  const rows = await tx
    .selectFrom('arrival')
    .select(({ fn }) => ['door', 'uid_validity', day.as('day'), 'outcome', fn.countAll<number>().as('mails')])
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .groupBy(['door', 'uid_validity', day, 'outcome'])
    .orderBy('day')
    .execute()
  return rows.map((row) => ({
    door: row.door,
    uidValidity: row.uid_validity,
    day: row.day,
    outcome: row.outcome,
    mails: row.mails,
  }))
}

/** How many mails of each mailbox of the account came by another door than `imap`, or under another numbering. */
export async function countIncomparable(
  tx: Tx,
  scope: AccountScope,
): Promise<ReadonlyMap<MailboxId, { readonly earlier: number; readonly handedIn: number }>> {
  // Ranges beside the current numbering, so that the index passes over its mails, however many they are.
  const { rows } = await sql<{ mailbox_id: MailboxId; earlier: number; handed_in: number }>`
    select p.mailbox_id,
           (select count(*) from arrival a
             where a.account_id = p.account_id and a.mailbox_id = p.mailbox_id
               and a.door = 'imap' and (a.origin, a.uid_validity) < (p.origin, p.uid_validity))
           + (select count(*) from arrival a
               where a.account_id = p.account_id and a.mailbox_id = p.mailbox_id
                 and a.door = 'imap' and (a.origin, a.uid_validity) > (p.origin, p.uid_validity)) as earlier,
           (select count(*) from arrival a
             where a.account_id = p.account_id and a.mailbox_id = p.mailbox_id and a.door in ('smtp', 'file')) as handed_in
      from mailbox_position p
     where p.account_id = ${scope.accountId}`.execute(tx)
  return new Map(rows.map((row) => [row.mailbox_id, { earlier: row.earlier, handedIn: row.handed_in }]))
}
