import { Client } from 'pg'

import { Fault } from '../base/fault.ts'
import type { Random } from '../base/random.ts'
import { type Database, openDatabase } from './database.ts'
import { migrate } from './migrate.ts'
import { leaseNode } from './node-lease.ts'
import type { ConnectionOptions } from './server/connection.ts'
import { assertDurable } from './server/durability.ts'
import { openServer } from './server/open-server.ts'
import { assertWalled, ensureRoles } from './server/roles.ts'
import type { ServerEvent } from './server/server-event.ts'
import { type HeldDeskLock, holdDeskLock } from './server/server-lock.ts'

export interface StoreOptions {
  readonly dataDir: string
  readonly dataArea: string
  readonly databaseUrl: string | undefined
  readonly pgBinDir: string | undefined
  readonly random: Random
  readonly log: (event: ServerEvent) => void
}

/** The database behind its walls: migrated, durable, entered as the app role. Disposing stops what was started. */
export interface OpenStore extends AsyncDisposable {
  readonly db: Database
  /** As the app role, for queues and listeners that need a connection of their own. */
  readonly connection: ConnectionOptions & { readonly options: string }
  /** This process's number for making ids. */
  readonly node: number
  /** Whether this desk is alone on its server, so that a crash of another process cannot be still at work. */
  readonly isAlone: boolean
  /** Nobody ever used this database. */
  readonly isFresh: boolean
  readonly serverKind: 'embedded' | 'external'
  /** Aborted when the lock or the lease is lost: the desk must stop. */
  readonly lost: AbortSignal
}

const APP_OPTIONS = '-c role=safereply_app -c timezone=UTC'

/**
 * Opens the store: starts or adopts the server, makes roles, refuses a server that forgets or a role that sees past the
 * walls, migrates. A Fault 'desk.already-running' when another desk lives on the data directory.
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  await using opened = new AsyncDisposableStack()
  const { databaseUrl, pgBinDir } = options
  const server = opened.use(
    await openServer({
      dataDir: options.dataDir,
      dataArea: options.dataArea,
      random: options.random,
      log: options.log,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...(pgBinDir === undefined ? {} : { pgBinDir }),
    }),
  )
  const lock = server.kind === 'embedded' ? opened.use(await alone(server.connection('admin'))) : undefined
  await furnish(server.connection('admin'))
  const connection = { ...server.connection('app'), options: APP_OPTIONS }
  const lease = new Client(connection)
  const leaseLoss = new AbortController()
  lease.on('error', () => leaseLoss.abort())
  opened.defer(() => lease.end())
  await lease.connect()
  await assertWalled(lease)
  const db = openDatabase(server.connection('app'), 'safereply_app')
  opened.defer(() => db.destroy())
  const node = await leaseNode(lease)
  const isFresh = (await lease.query('select from desk_owner()')).rowCount === 0
  const closing = opened.move()
  return {
    db,
    connection,
    node,
    isAlone: lock !== undefined,
    isFresh,
    serverKind: server.kind,
    lost: lock ? AbortSignal.any([lock.lost, leaseLoss.signal]) : leaseLoss.signal,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}

async function alone(connection: ConnectionOptions): Promise<HeldDeskLock> {
  const lock = await holdDeskLock(connection)
  if (!lock.held) throw new Fault('desk.already-running')
  return lock
}

/** Roles, durability, migrations: what an administrator's connection is needed for, and for nothing else. */
async function furnish(connection: ConnectionOptions): Promise<void> {
  const client = new Client(connection)
  try {
    await client.connect()
  } catch (cause) {
    throw new Fault('database.unreachable', { cause })
  }
  try {
    await ensureRoles(client)
    await assertDurable((sql) => client.query(sql))
    await migrate(client)
  } finally {
    await client.end()
  }
}
