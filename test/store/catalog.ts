import type { TestContext } from 'node:test'

import { Client } from 'pg'

import { testDatabase } from '../database.ts'

/** Asks the catalog of a migrated database. */
export type AskCatalog = <Row extends object>(sql: string) => Promise<readonly Row[]>

/** Runs `work` with the catalog of a migrated database, asked as its administrator. */
export async function withCatalog<T>(t: TestContext, work: (ask: AskCatalog) => Promise<T>): Promise<T> {
  const database = await testDatabase(t)
  const client = new Client(database.connection('admin'))
  await client.connect()
  try {
    return await work(async <Row extends object>(sql: string) => (await client.query<Row>(sql)).rows)
  } finally {
    await client.end()
  }
}

/** The tables of the desk. Throws when there is none, so that no rule is kept by nothing. */
export async function tableNames(ask: AskCatalog): Promise<readonly string[]> {
  const rows = await ask<{ name: string }>(
    `select relname as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`,
  )
  if (rows.length === 0) throw new Error('the catalog shows no tables')
  return rows.map(({ name }) => name)
}
