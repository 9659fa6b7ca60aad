import { Client, DatabaseError } from 'pg'

import { DESK_LOCK } from '../locks.ts'
import type { ConnectionOptions } from './connection.ts'

/** After a kill -9 the server needs a moment to see that the connection is gone; a living desk holds on for ever. */
const PATIENCE_MS = 2_000
const LOCK_TIMEOUT_CODE = '55P03'

export type DeskLock = HeldDeskLock | { readonly held: false }

export interface HeldDeskLock extends AsyncDisposable {
  readonly held: true
  /** Aborted when the connection breaks: another desk may have the lock now, so this one must stop. */
  readonly lost: AbortSignal
}

/**
 * Takes the lock that one desk holds on a data directory, on a connection of its own. `held: false` after two seconds
 * when another desk lives. The lock goes with the connection, so no death leaves it behind.
 */
export async function holdDeskLock(connection: ConnectionOptions): Promise<DeskLock> {
  const client = new Client({ ...connection, keepAlive: true })
  const loss = new AbortController()
  client.on('error', () => loss.abort())
  await client.connect()
  try {
    await client.query(`set lock_timeout = ${PATIENCE_MS}`)
    await client.query('select pg_advisory_lock($1)', [DESK_LOCK])
  } catch (error) {
    await client.end()
    if (error instanceof DatabaseError && error.code === LOCK_TIMEOUT_CODE) return { held: false }
    throw error
  }
  return { held: true, lost: loss.signal, [Symbol.asyncDispose]: () => client.end() }
}
