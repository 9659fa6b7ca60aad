import { sql } from 'kysely'

import { NO_MAILS } from '../../src/model/reconciliation.ts'
import type { AccountScope, PersonScope } from '../../src/model/scope.ts'
import { mintPersonScope } from '../../src/policy/access/mint-scope.ts'
import { countArrivals, countIncomparable, insertArrivals, listArrivedUids } from '../../src/store/arrival.ts'
import type { Tx } from '../../src/store/database.ts'
import { deleteExpiredAttachments, deleteExpiredQuarantine } from '../../src/store/expired.ts'
import { countArrivalTotals, countUnclear, listMailboxFigures } from '../../src/store/mail-figures.ts'
import { endRelease, findQuarantinedBytes, listStuckReleases } from '../../src/store/quarantine-release.ts'
import { decideQuarantine, findQuarantine, listQuarantine } from '../../src/store/quarantine.ts'
import { listReconciliation, listUnreconciled, replaceReconciliation } from '../../src/store/reconciliation.ts'
import type { WallCase } from './wall-case.ts'

const AT = new Date('2026-11-24T12:00:00.000Z')
const LATER = new Date('2030-01-01T00:00:00.000Z')
const UID_VALIDITY = 7
const ALL_UIDS = { origin: 0, uidValidity: UID_VALIDITY, after: 0, upTo: 100, limit: 100 }

/** Gives every account what its people cannot make: mails of a server in the ledger, a comparison, an attachment. */
export async function furnishLedger(tx: Tx): Promise<void> {
  await sql`insert into arrival
    select account_id, mailbox_id, 'imap', 0, ${UID_VALIDITY}, 1, ${AT}::timestamptz, ${AT}::timestamptz, 'stored', null
      from mailbox`.execute(tx)
  await sql`insert into reconciliation select account_id, mailbox_id, '2026-11-24', 1, 1, 0, 0, 0, 0, 0, ${AT}::timestamptz
      from mailbox`.execute(tx)
  await sql`insert into attachment (account_id, attachment_id, conversation_id, message_id, position, kind, is_risky,
        size_bytes, destroy_at, wrapped_key, name_sealed)
    select account_id, message_id, conversation_id, message_id, 0, 'pdf', false, 1, ${AT}::timestamptz, '', ''
      from message`.execute(tx)
}

/** One call of every store function of the ledger, its comparison, and decisions on mails. */
export const PROOF_CASES: Readonly<Record<string, WallCase>> = {
  insertArrivals: (tx, scope, { mailboxId, quarantineId }) =>
    insertArrivals(tx, scope, [
      {
        mailboxId,
        door: 'imap',
        origin: 0,
        uidValidity: UID_VALIDITY,
        uid: 2,
        arrivedAt: AT,
        takenAt: AT,
        outcome: 'quarantined',
        objectId: quarantineId,
      },
    ]),
  listArrivedUids: (tx, scope, { mailboxId }) => listArrivedUids(tx, scope, { mailboxId, ...ALL_UIDS }),
  countArrivals: (tx, scope, { mailboxId }) => countArrivals(tx, scope, mailboxId),
  countIncomparable: (tx, scope) => countIncomparable(tx, scope),

  replaceReconciliation: (tx, scope, { mailboxId }) =>
    replaceReconciliation(tx, scope, { mailboxId, reckonedAt: AT, days: [{ ...NO_MAILS, day: '2026-11-23' }] }),
  listReconciliation: (tx, scope) => listReconciliation(tx, scope),
  listUnreconciled: (tx, scope) => listUnreconciled(tx, personOf(scope), LATER),

  listQuarantine: (tx, scope) => listQuarantine(tx, scope, 'held'),
  findQuarantine: (tx, scope, { quarantineId }) => findQuarantine(tx, scope, quarantineId),
  findQuarantinedBytes: (tx, scope, { quarantineId }) => findQuarantinedBytes(tx, scope, quarantineId),
  decideQuarantine: (tx, scope, { quarantineId }) =>
    decideQuarantine(tx, scope, { id: quarantineId, to: 'dismissed', at: AT }),
  endRelease: async (tx, scope, { quarantineId }) => {
    await decideQuarantine(tx, scope, { id: quarantineId, to: 'releasing', at: AT })
    return endRelease(tx, scope, { id: quarantineId, problem: undefined })
  },
  listStuckReleases: async (tx, scope, { quarantineId }) => {
    await decideQuarantine(tx, scope, { id: quarantineId, to: 'releasing', at: AT })
    return listStuckReleases(tx, scope, LATER)
  },
  deleteExpiredQuarantine: (tx, scope) => deleteExpiredQuarantine(tx, scope, { now: LATER, limit: 10 }),
  deleteExpiredAttachments: (tx, scope) => deleteExpiredAttachments(tx, scope, { now: LATER, limit: 10 }),

  countArrivalTotals: (tx, scope) => countArrivalTotals(tx, personOf(scope)),
  listMailboxFigures: (tx, scope) => listMailboxFigures(tx, personOf(scope)),
  countUnclear: (tx, scope) => countUnclear(tx, personOf(scope)),
}

function personOf(scope: AccountScope): PersonScope {
  return mintPersonScope(scope.personId)
}
