import { sql } from 'kysely'

import type { Account } from '../model/account.ts'
import type { AccountId, PersonId } from '../model/ids.ts'
import type { AccountScope, PersonScope } from '../model/scope.ts'
import type { WrappedKey } from '../seal/account-keys.ts'
import type { Tx } from './database.ts'

/** Writes a new account with its first members, the owner and the desk. */
export async function insertAccount(
  tx: Tx,
  account: Account,
  members: { readonly owner: PersonId; readonly desk: PersonId },
): Promise<void> {
  await sql`select open_account(${account.id}, ${account.name}, ${members.owner}, ${members.desk}, ${account.createdAt})`.execute(
    tx,
  )
}

/** Writes the account's key. Throws when it has one. */
export async function insertAccountKey(tx: Tx, scope: AccountScope, key: WrappedKey): Promise<void> {
  await tx
    .insertInto('account_key')
    .values({ account_id: scope.accountId, epoch: key.epoch, wrapped_key: key.wrapped })
    .execute()
}

/** The account's wrapped key, or nothing. */
export async function findAccountKey(tx: Tx, scope: AccountScope): Promise<WrappedKey | undefined> {
  const row = await tx
    .selectFrom('account_key')
    .select(['epoch', 'wrapped_key'])
    .where('account_id', '=', scope.accountId)
    .executeTakeFirst()
  return row && { epoch: row.epoch, wrapped: row.wrapped_key }
}

/** The account, or nothing. */
export async function findAccount(tx: Tx, scope: AccountScope): Promise<Account | undefined> {
  const row = await tx
    .selectFrom('account')
    .select(['account_id', 'name', 'created_at'])
    .where('account_id', '=', scope.accountId)
    .executeTakeFirst()
  return row && { id: row.account_id, name: row.name, createdAt: row.created_at }
}

/** Ids of the accounts a person is a member of, oldest first; none is an empty list. */
export async function listAccountIds(tx: Tx, scope: PersonScope): Promise<readonly AccountId[]> {
  const rows = await tx
    .selectFrom('membership')
    .select('account_id')
    .where('person_id', '=', scope.personId)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => row.account_id)
}
