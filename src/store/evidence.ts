import { sql } from 'kysely'

import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** Adds one entry of the log in the transaction of the change it tells of. The role can add and nothing else. */
export async function insertEvidence(tx: Tx, scope: AccountScope, entryId: number, leaf: string): Promise<void> {
  await sql`insert into evidence_pending (entry_id, account_id, leaf) values (${entryId}, ${scope.accountId}, ${leaf})`.execute(
    tx,
  )
}
