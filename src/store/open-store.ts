import { Client } from 'pg'

import type { Random } from '../base/random.ts'
import { type Database, openDatabase } from './database.ts'
import { enterAsDesk, enterAsGuest } from './enter-server.ts'
import { type MailboxLeases, mailboxLeases } from './mailbox-lease.ts'
import { findNewestId, leaseNode } from './node-lease.ts'
import type { ConnectionOptions } from './server/connection.ts'
import { assertWalled } from './server/roles.ts'
import type { ServerEvent } from './server/server-event.ts'

export interface StoreOptions {
  readonly dataDir: string
  readonly dataArea: string
  readonly databaseUrl: string | undefined
  readonly pgBinDir: string | undefined
  readonly random: Random
  readonly log: (event: ServerEvent) => void
  /** As the one desk, or as a command beside the desk that may be running. (Default: desk) */
  readonly as?: 'desk' | 'guest'
}

/** The database behind its walls: migrated, durable, entered as the app role. Disposing stops what was started. */
export interface OpenStore extends AsyncDisposable {
  readonly db: Database
  /** As the app role, for queues and listeners that need a connection of their own. */
  readonly connection: ConnectionOptions & { readonly options: string }
  /** This process's number for making ids, and the highest id there is. */
  readonly node: number
  readonly newestId: number
  /** Which mailboxes this process fetches. */
  readonly leases: MailboxLeases
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
 * walls, migrates. A Fault 'desk.already-running' when another desk lives on the data directory; a guest works beside it
 * on the desk's server, changes nothing of the database itself, and loses it when the desk stops.
 */
export async function openStore(options: StoreOptions): Promise<OpenStore> {
  await using opened = new AsyncDisposableStack()
  const { databaseUrl, pgBinDir } = options
  const enter = options.as === 'guest' ? enterAsGuest : enterAsDesk
  const { server, lock } = opened.use(
    await enter({
      dataDir: options.dataDir,
      dataArea: options.dataArea,
      random: options.random,
      log: options.log,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      ...(pgBinDir === undefined ? {} : { pgBinDir }),
    }),
  )
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
  const newestId = await findNewestId(lease)
  const isFresh = (await lease.query('select from desk_owner()')).rowCount === 0
  const closing = opened.move()
  return {
    db,
    connection,
    node,
    newestId,
    leases: mailboxLeases(lease),
    isAlone: lock !== undefined,
    isFresh,
    serverKind: server.kind,
    lost: lock ? AbortSignal.any([lock.lost, leaseLoss.signal]) : leaseLoss.signal,
    [Symbol.asyncDispose]: () => closing.disposeAsync(),
  }
}
