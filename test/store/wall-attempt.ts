import { sql } from 'kysely'
import { DatabaseError } from 'pg'

import type { AccountId, PersonId } from '../../src/model/ids.ts'
import type { Database, Tx } from '../../src/store/database.ts'
import { accountRows, pastRowSecurity } from '../access/account-rows.ts'

/** What came of a call: its answer, or the code with which the database refused it. */
export type Outcome = { readonly answer: unknown } | { readonly refused: string | undefined }

export interface Attempt {
  readonly outcome: Outcome
  /** Whether a row of the watched account was added, changed or dropped. */
  readonly changed: boolean
}

/** Who tries: which person row security sees, or nobody for a role that it does not bind. */
export interface Intruder {
  readonly person: PersonId | 'past-row-security'
  readonly watched: AccountId
}

/**
 * Tries a call in a transaction that is rolled back, so that no case meets what another left. `db` is a pool of a
 * superuser that took the app role; the watched rows are compared past row security before and after the call.
 */
export async function attempt(db: Database, by: Intruder, call: (tx: Tx) => Promise<unknown>): Promise<Attempt> {
  const tx = await db.startTransaction().execute()
  try {
    await pastRowSecurity(tx)
    const before = await accountRows(tx, by.watched)
    if (by.person !== 'past-row-security') {
      await sql`set local role safereply_app`.execute(tx)
      await sql`select set_config('safereply.person', ${String(by.person)}, true)`.execute(tx)
    }
    const answer = await call(tx)
    await pastRowSecurity(tx)
    return { outcome: { answer }, changed: (await accountRows(tx, by.watched)) !== before }
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error
    return { outcome: { refused: error.code }, changed: false }
  } finally {
    await tx.rollback().execute()
  }
}
