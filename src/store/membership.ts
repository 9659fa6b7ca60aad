import type { AccountId, PersonId } from '../model/ids.ts'
import type { Membership } from '../policy/access/mint-scope.ts'
import type { Tx } from './database.ts'

/** A person's membership of an account, or nothing; the one read that comes before a scope exists. */
export async function findMembership(
  tx: Tx,
  personId: PersonId,
  accountId: AccountId,
): Promise<Membership | undefined> {
  const row = await tx
    .selectFrom('membership')
    .select(['account_id', 'person_id', 'role', 'until'])
    .where('account_id', '=', accountId)
    .where('person_id', '=', personId)
    .executeTakeFirst()
  return row && { accountId: row.account_id, personId: row.person_id, role: row.role, until: row.until ?? undefined }
}
