import type { Client } from 'pg'

import { Fault } from '../base/fault.ts'
import { NODE_LIMIT } from '../base/id.ts'
import { NODE_LOCK_CLASS } from './locks.ts'

/**
 * The lowest node number that no living process holds. It is ours until `client` ends, by whatever death; call it once
 * for a connection, since a session is given a lock that it holds already a second time.
 * A Fault 'config.invalid' when all are taken.
 */
export async function leaseNode(client: Client): Promise<number> {
  for (let node = 0; node < NODE_LIMIT; node += 1) {
    const { rows } = await client.query<{ leased: boolean }>('select pg_try_advisory_lock($1, $2) as leased', [
      NODE_LOCK_CLASS,
      node,
    ])
    if (rows[0]?.leased === true) return node
  }
  throw new Fault('config.invalid', {
    detail: `${NODE_LIMIT} processes already run on this database, the most there can be`,
  })
}

/** The highest id that was ever given on this database, 0 on a new one. New ids must be above it, whatever the clock says. */
export async function findNewestId(client: Client): Promise<number> {
  const { rows } = await client.query<{ newest: string }>('select newest_id() as newest')
  return Number(rows[0]?.newest ?? 0)
}
