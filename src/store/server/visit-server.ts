import { existsSync } from 'node:fs'
import { realpath } from 'node:fs/promises'

import { Client } from 'pg'

import { Fault } from '../../base/fault.ts'
import type { Random } from '../../base/random.ts'
import { DESK_LOCK } from '../locks.ts'
import { askDoor } from './adopt.ts'
import { clusterFolder } from './cluster.ts'
import { type ConnectionOptions, throughDoor } from './connection.ts'
import type { DatabaseServer } from './open-server.ts'
import { doorOf } from './prepare-cluster.ts'

/** The lock is one number, which PostgreSQL shows in two halves. */
const IS_DESK_THERE = `
  select from pg_locks
   where locktype = 'advisory' and objsubid = 1 and granted
     and (classid::bigint << 32) | objid::bigint = $1
     and database = (select oid from pg_database where datname = current_database())`

/**
 * The server of the desk that runs on a data directory; undefined when none does. Writes nothing, waits for nothing and
 * takes no lock, so that a desk that starts at this moment does not meet it; `stop` leaves the server to its desk.
 * A Fault 'config.invalid' when no desk was ever begun there.
 */
export async function visitServer(options: {
  readonly dataDir: string
  readonly random?: Random
}): Promise<DatabaseServer | undefined> {
  if (!existsSync(clusterFolder(options.dataDir))) {
    throw new Fault('config.invalid', {
      detail: `no desk was begun in ${options.dataDir}: run \`safereply start\`, or name its folder in SAFEREPLY_DATA_DIR`,
    })
  }
  const door = await doorOf(await realpath(options.dataDir), options.random)
  if ((await askDoor(door)) !== 'answers' || !(await isDeskThere(throughDoor(door, 'admin')))) return undefined
  const stop = () => Promise.resolve()
  return {
    kind: 'embedded',
    connection: (role) => throughDoor(door, role),
    adopted: true,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

async function isDeskThere(connection: ConnectionOptions): Promise<boolean> {
  const client = new Client(connection)
  client.on('error', () => undefined) // a server that stops meanwhile is told by the query
  try {
    await client.connect()
    return (await client.query(IS_DESK_THERE, [DESK_LOCK])).rowCount !== 0
  } catch {
    return false // it stopped between two questions, or has no database of a desk yet
  } finally {
    await client.end()
  }
}
