import { sql } from 'kysely'

import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** What is kept for some days only, and so is destroyed when its time is over. */
interface Expiry {
  readonly now: Date
  /** Most rows of one call, so that no transaction is long. */
  readonly limit: number
}

/** Destroys quarantined mails, decided or not, with their keys. Returns how many. */
export async function deleteExpiredQuarantine(tx: Tx, scope: AccountScope, { now, limit }: Expiry): Promise<number> {
  const result = await sql`
    delete from quarantine
     where account_id = ${scope.accountId}
       and quarantine_id in (select quarantine_id from quarantine
                              where account_id = ${scope.accountId} and destroy_at <= ${now} limit ${limit})`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0)
}

/** Destroys attachments with their names and keys. Returns how many. */
export async function deleteExpiredAttachments(tx: Tx, scope: AccountScope, { now, limit }: Expiry): Promise<number> {
  const result = await sql`
    delete from attachment
     where account_id = ${scope.accountId}
       and attachment_id in (select attachment_id from attachment
                              where account_id = ${scope.accountId} and destroy_at <= ${now} limit ${limit})`.execute(
    tx,
  )
  return Number(result.numAffectedRows ?? 0)
}
