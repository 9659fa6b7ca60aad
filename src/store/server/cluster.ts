import { chmod, chown, mkdir, rename, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

import { Fault } from '../../base/fault.ts'
import { POSTGRES_MAJOR } from './binaries.ts'
import type { Door } from './connection.ts'
import { assertPrivateFolder, socketFolder, SOCKET_PORT } from './places.ts'
import { assertReachable, type RunAs } from './run-as.ts'
import { commandLine, identMap, LOOPBACK_HBA, PEER_HBA, POSTGRESQL_CONF } from './settings.ts'

/** One data directory's PostgreSQL: where its parts lie, as whom it runs, and how to reach it. */
export interface Cluster {
  /** The desk's folder; the server's folders are inside. */
  readonly dataDir: string
  /** PostgreSQL's own folder. Only PostgreSQL writes in it. */
  readonly folder: string
  readonly binDir: string
  readonly runAs: RunAs | undefined
  readonly door: Door
}

/** PostgreSQL's folder in a data directory, one for each major version, so that an upgrade has both side by side. */
export function clusterFolder(dataDir: string): string {
  return join(dataDir, `postgres-${POSTGRES_MAJOR}`)
}

/** The file that holds what the running server said, on stderr. Begun anew at each start. */
export function logFile(cluster: Cluster): string {
  return join(cluster.dataDir, 'server', 'postgres.log')
}

/** The arguments of `postgres` for this cluster. */
export function serverArguments(cluster: Cluster): readonly string[] {
  const { host, port, password } = cluster.door
  const listen = password === undefined ? { unix_socket_directories: quoteFolder(host) } : {}
  return [
    '-D',
    cluster.folder,
    ...commandLine({
      config_file: settingsFile(cluster, 'postgresql.conf'),
      hba_file: settingsFile(cluster, 'pg_hba.conf'),
      ident_file: settingsFile(cluster, 'pg_ident.conf'),
      listen_addresses: password === undefined ? '' : host,
      unix_socket_directories: '',
      unix_socket_permissions: '0700',
      port: String(port),
      ...listen,
    }),
  ]
}

/** The setting is a list: a folder with a comma or a space in its name needs quotes. */
function quoteFolder(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`
}

/** The door of a data directory on every system but Windows: a socket in a folder that one user may enter. */
export function socketDoor(dataDir: string): Door {
  return { host: socketFolder(dataDir, tmpdir()), port: SOCKET_PORT }
}

/** Makes the folders around the cluster and writes its settings. May be called while the server runs. */
export async function furnish(cluster: Cluster): Promise<void> {
  const { dataDir, runAs, door } = cluster
  await mkdir(join(dataDir, 'server'), { recursive: true })
  // The server's user passes through to its own folders; files of the desk keep modes of their own.
  await chmod(dataDir, runAs === undefined ? 0o700 : 0o711)
  if (runAs !== undefined) await assertReachable(dataDir, runAs)
  if (door.password === undefined) await makeSocketFolder(door.host, runAs)
  await writeSettings(cluster, 'postgresql.conf', POSTGRESQL_CONF)
  await writeSettings(cluster, 'pg_hba.conf', door.password === undefined ? PEER_HBA : LOOPBACK_HBA)
  await writeSettings(cluster, 'pg_ident.conf', door.password === undefined ? identMap(osUser()) : '')
}

/** A folder that is there already is not given away: it must be the server user's, or it is refused. */
async function makeSocketFolder(folder: string, runAs: RunAs | undefined): Promise<void> {
  try {
    await mkdir(folder, { mode: 0o700 })
    if (runAs !== undefined) await chown(folder, runAs.uid, runAs.gid)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
  await assertPrivateFolder(folder, runAs?.uid ?? process.geteuid?.())
}

/** The settings lie outside the cluster: as root we write no file where the server's user could have put a link. */
async function writeSettings(cluster: Cluster, name: string, text: string): Promise<void> {
  const file = settingsFile(cluster, name)
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, text, { mode: 0o644 })
  await rename(fresh, file)
}

function settingsFile(cluster: Cluster, name: string): string {
  return join(cluster.dataDir, 'server', name)
}

function osUser(): string {
  try {
    return userInfo().username
  } catch (cause) {
    throw new Fault('config.invalid', {
      detail: 'the user of this process has no name on this system, so PostgreSQL cannot know it: set DATABASE_URL',
      cause,
    })
  }
}
