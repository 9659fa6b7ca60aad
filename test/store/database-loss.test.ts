import assert from 'node:assert/strict'
import { test } from 'node:test'

import { sql } from 'kysely'

import { DESK_PERSON } from '../../src/model/ids.ts'
import { asPerson, openDatabase } from '../../src/store/database.ts'
import { isDatabaseTrouble } from '../../src/store/database-trouble.ts'
import { testDatabase } from '../database.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { until } from '../desk/until.ts'

test('a connection that breaks between two statements of a transaction fails the transaction and nothing else', async () => {
  await using database = await testDatabase()
  const db = openDatabase(database.connection('app'), 'safereply_app')
  try {
    const broken = asPerson(db, DESK_PERSON, async (tx) => {
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx)
      const pid = rows[0]?.pid
      await asAdmin(database, 'select pg_terminate_backend($1)', [pid])
      await until('the connection to end', async () => {
        const [left] = await asAdmin(database, 'select 1 from pg_stat_activity where pid = $1', [pid])
        return left === undefined ? true : undefined
      })
      await sql`select 1`.execute(tx)
    })

    await assert.rejects(broken, isDatabaseTrouble)
    const { rows } = await asPerson(db, DESK_PERSON, (tx) => sql<{ one: number }>`select 1 as one`.execute(tx))
    assert.deepEqual(rows, [{ one: 1 }])
  } finally {
    await db.destroy()
  }
})
