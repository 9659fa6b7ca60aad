import { sql } from 'kysely'

import type { AccountId } from '../../src/model/ids.ts'
import type { Tx } from '../../src/store/database.ts'

/** Takes the role of an administrator's connection back: a superuser, whom no policy binds. */
export async function pastRowSecurity(tx: Tx): Promise<void> {
  await sql`set local role none`.execute(tx)
}

const NAMES = sql<{ name: string }>`
  select table_name as name from information_schema.columns
   where table_schema = 'public' and column_name = 'account_id' order by 1`

/** Every row of an account, in all tables that have accounts, and of its owner, as one text. Needs `pastRowSecurity`. */
export async function accountRows(tx: Tx, accountId: AccountId): Promise<string> {
  const { rows } = await NAMES.execute(tx)
  if (rows.length === 0) throw new Error('no table has accounts')
  const ofAccount = rows.map(
    ({ name }) => sql`select ${name} as name, to_jsonb(t)::text as row from ${sql.table(name)} t
      where t.account_id = ${accountId}`,
  )
  const ofOwner = ['person', 'person_token'].map(
    (name) => sql`select ${name} as name, to_jsonb(t)::text as row from ${sql.table(name)} t
      where t.person_id = (select person_id from membership where account_id = ${accountId} and role = 'owner')`,
  )
  const all = await sql<{ name: string; row: string }>`
    select * from (${sql.join([...ofAccount, ...ofOwner], sql` union all `)}) as rows order by 1, 2`.execute(tx)
  return all.rows.map(({ name, row }) => `${name} ${row}`).join('\n')
}
