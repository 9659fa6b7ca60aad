import { Client, DatabaseError } from 'pg'

import { Fault } from '../../base/fault.ts'
import { throughDoor, type Door } from './connection.ts'

const CONNECT_TIMEOUT_MS = 5_000
/** The database that every cluster has. */
const MAINTENANCE_DATABASE = 'postgres'

/** `starting`: a server is there and says that it starts, recovers or stops. */
export type Answer = 'answers' | 'starting' | 'silent'

const STARTING_CODE = '57P03'
const SHUTTING_DOWN_CODE = '57P01'
const NOT_MAPPED_CODE = '28000'

/**
 * Asks at the door whether a server is there, by logging in. A Fault 'database.unreachable' when one answers that will
 * not have us.
 */
export async function askDoor(door: Door): Promise<Answer> {
  const client = maintenanceClient(door)
  try {
    await client.connect()
    return 'answers'
  } catch (error) {
    return readRefusal(error)
  } finally {
    await client.end()
  }
}

/** A client of the database that is always there, as admin. The caller connects and ends it. */
export function maintenanceClient(door: Door): Client {
  const client = new Client({
    ...throughDoor(door, 'admin', MAINTENANCE_DATABASE),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  })
  client.on('error', () => undefined) // a server that dies meanwhile is told by the next query
  return client
}

function readRefusal(error: unknown): Answer {
  if (!(error instanceof DatabaseError)) return 'silent' // no socket, nobody listening, or a server that died meanwhile
  if (error.code === STARTING_CODE || error.code === SHUTTING_DOWN_CODE) return 'starting'
  const detail = error.code === NOT_MAPPED_CODE ? 'the running server was started by another user' : error.code
  throw new Fault('database.unreachable', { ...(detail === undefined ? {} : { detail }), cause: error })
}
