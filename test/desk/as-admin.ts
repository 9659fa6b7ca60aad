import { Client } from 'pg'

import type { TestDatabase } from '../database.ts'

/** What the administrator of the database sees and does, past all walls, in a session of its own. */
export async function asAdmin<Row extends Record<string, unknown>>(
  database: TestDatabase,
  statement: string,
  values: readonly unknown[] = [],
): Promise<readonly Row[]> {
  const client = new Client(database.connection('admin'))
  await client.connect()
  try {
    return (await client.query<Row>(statement, [...values])).rows
  } finally {
    await client.end()
  }
}
