import { sql } from 'kysely'

import type { AccountScope, PersonScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** Stands for the installation in entries that belong to no account, such as a session. */
export const INSTALLATION = 0

/** Adds one entry of the log in the transaction of the change it tells of. The role can add and nothing else. */
export async function insertEvidence(
  tx: Tx,
  scope: AccountScope | PersonScope,
  entry: { readonly id: number; readonly leaf: string },
): Promise<void> {
  const account = scope.__scope === 'account' ? scope.accountId : INSTALLATION
  await sql`insert into evidence_pending (entry_id, account_id, leaf) values (${entry.id}, ${account}, ${entry.leaf})`.execute(
    tx,
  )
}
