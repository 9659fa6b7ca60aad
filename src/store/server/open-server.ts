import type { ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'

import type { Random } from '../../base/random.ts'
import type { Cluster } from './cluster.ts'
import { throughDoor, type ConnectionOptions, type ConnectionRole } from './connection.ts'
import { ensureDeskDatabase } from './desk-database.ts'
import { prepareCluster } from './prepare-cluster.ts'
import { holdDeskLock } from './server-lock.ts'
import type { ServerEvent } from './server-event.ts'
import { startOrAdopt } from './start-child.ts'
import { stopServer } from './stop-server.ts'

export interface ServerOptions {
  /** The desk's folder. Made when absent. */
  readonly dataDir: string
  /** A server of one's own: used as it is, and no child is started. */
  readonly databaseUrl?: string
  /** The `bin` folder of a PostgreSQL 18 to use in place of the bundled one. */
  readonly pgBinDir?: string
  /** The folder for the bundled server's binaries; by default the one that `dataArea` names for this user. */
  readonly dataArea?: string
  /** Told of what a person may want to know. */
  readonly log?: (event: ServerEvent) => void
  /** The data directory is for this run only: `stop()` removes it. Default false. */
  readonly temporary?: boolean
  /** For the password of the loopback door; needed on Windows only. */
  readonly random?: Random
}

export interface DatabaseServer extends AsyncDisposable {
  readonly kind: 'embedded' | 'external'
  /** For `new pg.Pool` or `new pg.Client`. With a server of one's own the same for each role; roles are taken by SET ROLE. */
  connection(role: ConnectionRole): ConnectionOptions
  /** An embedded server was running before this call, and serves on. */
  readonly adopted: boolean
  /** The system user as whom it runs, when that is not ours. */
  readonly ranAs?: string
  /**
   * Stops the embedded server, started or adopted, and waits until it is gone; at most 10 seconds, then at once. Release
   * the desk lock before: a server on which a desk holds it is left running. May be called twice.
   */
  stop(): Promise<void>
}

/**
 * The desk's PostgreSQL, ready to connect, with a database for the desk in it. Adopts the embedded server that a killed
 * desk left behind. A Fault 'config.invalid' names what to mend, 'database.unreachable' tells the server's last words.
 */
export async function openServer(options: ServerOptions): Promise<DatabaseServer> {
  if (options.databaseUrl !== undefined) return externalServer(options.databaseUrl)
  const log = options.log ?? (() => undefined)
  const cluster = await prepareCluster(options, log)
  const { child } = await startOrAdopt(cluster)
  log({ kind: child === undefined ? 'adopted' : 'started' })
  try {
    await ensureDeskDatabase(cluster.door)
  } catch (error) {
    if (child !== undefined) await stopServer(cluster, child, 'fast')
    throw error
  }
  return embeddedServer({ cluster, child, log, temporary: options.temporary ?? false })
}

function externalServer(connectionString: string): DatabaseServer {
  const stop = () => Promise.resolve()
  return {
    kind: 'external',
    connection: () => ({ connectionString }),
    adopted: false,
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

interface EmbeddedParts {
  readonly cluster: Cluster
  readonly child: ChildProcess | undefined
  readonly log: (event: ServerEvent) => void
  readonly temporary: boolean
}

function embeddedServer(parts: EmbeddedParts): DatabaseServer {
  const { cluster, child } = parts
  let stopped: Promise<void> | undefined
  const stop = () => (stopped ??= stopUnlessShared(parts))
  return {
    kind: 'embedded',
    connection: (role) => throughDoor(cluster.door, role),
    adopted: child === undefined,
    ...(cluster.runAs === undefined ? {} : { ranAs: cluster.runAs.name }),
    stop,
    [Symbol.asyncDispose]: stop,
  }
}

/** The lock is held until the shutdown ends its connection, so no desk can start in between. */
async function stopUnlessShared({ cluster, child, log, temporary }: EmbeddedParts): Promise<void> {
  const lock = await holdDeskLock(throughDoor(cluster.door, 'admin')).catch(() => undefined) // no server: nothing to share
  if (lock?.held === false) return log({ kind: 'left-running' })
  log({ kind: 'stopped', mode: await stopServer(cluster, child, temporary ? 'immediate' : 'fast') })
  await lock?.[Symbol.asyncDispose]()
  if (!temporary) return
  await rm(cluster.dataDir, { recursive: true, force: true })
  // The folder of the socket lies elsewhere when its path would be too long.
  if (cluster.door.password === undefined) await rm(cluster.door.host, { recursive: true, force: true })
}
