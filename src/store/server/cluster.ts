import { join } from 'node:path'

import { POSTGRES_MAJOR } from './binaries.ts'
import type { Door } from './connection.ts'
import type { RunAs } from './run-as.ts'
import { commandLine } from './settings.ts'

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

/** The file `name` of the server's settings. They lie outside PostgreSQL's own folder. */
export function settingsFile(cluster: Cluster, name: 'postgresql.conf' | 'pg_hba.conf' | 'pg_ident.conf'): string {
  return join(cluster.dataDir, 'server', name)
}

/** The arguments of `postgres` for this cluster. */
export function serverArguments(cluster: Cluster): readonly string[] {
  const { host, port, password } = cluster.door
  const isSocket = password === undefined
  const settings = commandLine({
    config_file: settingsFile(cluster, 'postgresql.conf'),
    hba_file: settingsFile(cluster, 'pg_hba.conf'),
    ident_file: settingsFile(cluster, 'pg_ident.conf'),
    listen_addresses: isSocket ? '' : host,
    unix_socket_directories: isSocket ? quoteFolder(host) : '',
    unix_socket_permissions: '0700',
    port: String(port),
  })
  return ['-D', cluster.folder, ...settings]
}

/** The setting is a list: a folder with a comma or a space in its name needs quotes. */
function quoteFolder(folder: string): string {
  return `"${folder.replaceAll('"', '""')}"`
}
