import { sql } from 'kysely'

import type { AccountScope, PersonScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** Stands for the installation in entries that belong to no account, such as a session. */
export const INSTALLATION = 0

/** Adds entries of the log in the transaction of the change they tell of. The role can add and nothing else. */
export async function insertEvidence(
  tx: Tx,
  scope: AccountScope | PersonScope,
  entries: readonly { readonly id: number; readonly leaf: string }[],
): Promise<void> {
  if (entries.length === 0) return
  const account = scope.__scope === 'account' ? scope.accountId : INSTALLATION
  const rows = entries.map(({ id, leaf }) => sql`(${id}::bigint, ${account}::bigint, ${leaf})`)
  await sql`insert into evidence_pending (entry_id, account_id, leaf) values ${sql.join(rows)}`.execute(tx)
}
