import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'

import type { Client } from 'pg'

import { Fault } from '../base/fault.ts'
import { MIGRATION_LOCK } from './locks.ts'

interface Migration {
  readonly number: number
  readonly hash: string
  readonly sql: string
}

const FOLDER = new URL('./migrations/', import.meta.url)

/**
 * Brings the database to the version of this program, as the owner role, one transaction a file. Returns how many
 * migrations were applied. Waits while another process migrates. A Fault 'database.migration' when the database is
 * newer than the program or an applied file was changed.
 */
export async function migrate(client: Client): Promise<number> {
  const migrations = await readMigrations()
  await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK])
  try {
    await client.query('set role safereply_owner')
    await client.query('create table if not exists schema_migration (number integer primary key, hash text not null)')
    const applied = await appliedHashes(client)
    const newest = Math.max(0, ...applied.keys())
    if (newest > migrations.length)
      throw new Fault('database.migration', { detail: `database ${newest}, program ${migrations.length}` })
    let count = 0
    for (const migration of migrations) count += await apply(client, migration, applied.get(migration.number))
    return count
  } finally {
    await client.query('reset role')
    await client.query('select pg_advisory_unlock($1)', [MIGRATION_LOCK])
  }
}

/**
 * A Fault 'database.migration' unless the database is of the version of this program. Changes nothing: who works beside
 * others does not migrate under them.
 */
export async function assertMigrated(client: Client): Promise<void> {
  const migrations = await readMigrations()
  const applied = await appliedAsOwner(client)
  if (applied.size === migrations.length && migrations.every(({ number, hash }) => applied.get(number) === hash)) return
  throw new Fault('database.migration', {
    detail: `database ${Math.max(0, ...applied.keys())}, program ${migrations.length}`,
  })
}

/** What was applied; nothing on a database where no desk was begun. */
async function appliedAsOwner(client: Client): Promise<ReadonlyMap<number, string>> {
  const owner = await client.query(`select from pg_roles where rolname = 'safereply_owner'`)
  if (owner.rowCount === 0) return new Map()
  await client.query('set role safereply_owner')
  try {
    const table = await client.query(`select where to_regclass('schema_migration') is not null`)
    return table.rowCount === 0 ? new Map() : await appliedHashes(client)
  } finally {
    await client.query('reset role')
  }
}

async function apply(client: Client, migration: Migration, appliedHash: string | undefined): Promise<number> {
  if (appliedHash === migration.hash) return 0
  if (appliedHash !== undefined)
    throw new Fault('database.migration', { detail: `file ${migration.number} was changed` })
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migration (number, hash) values ($1, $2)', [
      migration.number,
      migration.hash,
    ])
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback')
    throw new Fault('database.migration', { detail: `file ${migration.number}`, cause })
  }
  return 1
}

async function appliedHashes(client: Client): Promise<Map<number, string>> {
  const { rows } = await client.query<{ number: number; hash: string }>('select number, hash from schema_migration')
  return new Map(rows.map((row) => [row.number, row.hash]))
}

async function readMigrations(): Promise<readonly Migration[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql')).sort()
  return Promise.all(
    names.map(async (name, at) => {
      const number = Number(name.slice(0, 4))
      if (number !== at + 1) throw new Fault('database.migration', { detail: `${name} breaks the numbering` })
      const sql = await readFile(new URL(name, FOLDER), 'utf8')
      return { number, sql, hash: createHash('sha256').update(sql).digest('hex') }
    }),
  )
}
