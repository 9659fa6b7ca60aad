import { Kysely, PostgresDialect, sql, type Transaction } from 'kysely'
import pg from 'pg'

import { Fault } from '../base/fault.ts'
import type { PersonId } from '../model/ids.ts'
import type { Tables } from './tables.ts'

/** The database as one role. Only `asPerson` runs queries on it. */
export type Database = Kysely<Tables>

/** A running transaction of one person. Every store function takes one and none opens one. */
export type Tx = Transaction<Tables>

const POOL_CONNECTIONS = 12
const CONNECT_TIMEOUT_MS = 10_000
/** A statement that runs longer than this is a defect, not work. */
const STATEMENT_TIMEOUT_MS = 30_000
const INT8_OID = 20
const DATE_OID = 1082

/** Opens a pool as `role`. With a user of another name (DATABASE_URL) each connection takes the role by SET ROLE. */
export function openDatabase(connection: pg.PoolConfig, role: 'safereply_app' | 'safereply_log'): Database {
  const pool = new pg.Pool({
    ...connection,
    max: POOL_CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    statement_timeout: STATEMENT_TIMEOUT_MS,
    types: { getTypeParser },
    options: `-c role=${role} -c timezone=UTC`,
  })
  // A connection that breaks is told by the next query, or replaced before it; without a listener it would end the
  // process. The pool listens to idle ones alone, so that one within a transaction has a listener of its own.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  return new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
}

/** One transaction in which row security sees `personId`. Commits when `work` returns, rolls back when it throws. */
export async function asPerson<T>(db: Database, personId: PersonId, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute((tx) => seenBy(personId, tx, work))
}

/** As `asPerson`, for work that reads: all its queries see the database of one instant, and it cannot write. */
export async function asReader<T>(db: Database, personId: PersonId, work: (tx: Tx) => Promise<T>): Promise<T> {
  const transaction = db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only')
  return transaction.execute((tx) => seenBy(personId, tx, work))
}

async function seenBy<T>(personId: PersonId, tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await sql`select set_config('safereply.person', ${String(personId)}, true)`.execute(tx)
  return work(tx)
}

/** Whether the database answers; for `/readyz` and `doctor`. A Fault 'database.unreachable' when it does not. */
export async function ping(db: Database): Promise<void> {
  try {
    await sql`select 1`.execute(db)
  } catch (cause) {
    throw new Fault('database.unreachable', { cause })
  }
}

/**
 * Ids and counts are below 2^53, so that int8 is read as a Number. A day is read as it is written: a Date would lay it at
 * midnight of this machine's zone.
 */
function getTypeParser(oid: number, format?: 'text' | 'binary'): ReturnType<typeof pg.types.getTypeParser> {
  if (oid === INT8_OID) return Number
  if (oid === DATE_OID) return String
  return format === 'binary' ? pg.types.getTypeParser(oid, 'binary') : pg.types.getTypeParser(oid, 'text')
}
