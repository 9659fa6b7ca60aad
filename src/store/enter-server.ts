import { Client } from 'pg'

import { Fault } from '../base/fault.ts'
import { ENTER_LOCK } from './locks.ts'
import { assertMigrated, migrate } from './migrate.ts'
import type { ConnectionOptions } from './server/connection.ts'
import { assertDurable } from './server/durability.ts'
import { type DatabaseServer, openServer, type ServerOptions } from './server/open-server.ts'
import { ensureRoles } from './server/roles.ts'
import { type HeldDeskLock, holdDeskLock } from './server/server-lock.ts'
import { visitServer } from './server/visit-server.ts'

/** A server with a database this program can work on. Disposing it stops what was started. */
export interface EnteredServer extends AsyncDisposable {
  readonly server: DatabaseServer
  /** Held when the server is this process's own. */
  readonly lock: HeldDeskLock | undefined
}

/** Enters as the desk: starts or adopts the server and migrates. A Fault 'desk.already-running' when there is another. */
export async function enterAsDesk(options: ServerOptions): Promise<EnteredServer> {
  await using opened = new AsyncDisposableStack()
  const server = opened.use(await openServer(options))
  const lock = server.kind === 'embedded' ? opened.use(await alone(server.connection('admin'))) : undefined
  await asAdministrator(server.connection('admin'), async (client) => {
    // Of desks that start together each waits for the one before; the lock goes with this connection.
    await client.query('select pg_advisory_lock($1)', [ENTER_LOCK])
    await ensureRoles(client)
    await assertDurable((sql) => client.query(sql))
    await migrate(client)
  })
  const closing = opened.move()
  return { server, lock, [Symbol.asyncDispose]: () => closing.disposeAsync() }
}

/**
 * Enters beside the desk that runs, and neither migrates nor stops what is the desk's: a Fault 'database.migration' when
 * the database is of another version. Where no desk runs on the data directory, enters in its place, so that one that
 * starts meanwhile is refused. A Fault 'config.invalid' when no desk was ever begun there.
 */
export async function enterAsGuest(options: ServerOptions): Promise<EnteredServer> {
  if (options.databaseUrl !== undefined) return visiting(await openServer(options))
  const running = await visitServer(options)
  if (running) return visiting(running)
  try {
    return await enterAsDesk(options)
  } catch (error) {
    const isRunningNow = error instanceof Fault && error.code === 'desk.already-running'
    const begun = isRunningNow ? await visitServer(options) : undefined
    if (!begun) throw error
    return visiting(begun)
  }
}

async function visiting(server: DatabaseServer): Promise<EnteredServer> {
  await asAdministrator(server.connection('admin'), async (client) => {
    await assertDurable((sql) => client.query(sql))
    await assertMigrated(client)
  })
  return { server, lock: undefined, [Symbol.asyncDispose]: () => server.stop() }
}

async function alone(connection: ConnectionOptions): Promise<HeldDeskLock> {
  const lock = await holdDeskLock(connection)
  if (!lock.held) throw new Fault('desk.already-running')
  return lock
}

/** What an administrator's connection is needed for, and for nothing else. */
async function asAdministrator(connection: ConnectionOptions, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client(connection)
  client.on('error', () => undefined) // a server that stops meanwhile is told by the query
  try {
    await client.connect()
  } catch (cause) {
    throw new Fault('database.unreachable', { cause })
  }
  try {
    await work(client)
  } finally {
    await client.end()
  }
}
