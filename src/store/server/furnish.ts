import { chmod, chown, mkdir, rename, writeFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'

import { Fault } from '../../base/fault.ts'
import { settingsFile, type Cluster } from './cluster.ts'
import { assertPrivateFolder } from './places.ts'
import type { RunAs } from './run-as.ts'
import { identMap, LOOPBACK_HBA, PEER_HBA, POSTGRESQL_CONF } from './settings.ts'

/** Makes the folders around the cluster and writes its settings. May be called while the server runs. */
export async function furnish(cluster: Cluster): Promise<void> {
  const { runAs, door } = cluster
  const isSocket = door.password === undefined
  if (isSocket) await makeSocketFolder(door.host, runAs)
  await makeSettingsFolder(dirname(settingsFile(cluster, 'postgresql.conf')))
  await writeSettings(settingsFile(cluster, 'postgresql.conf'), POSTGRESQL_CONF)
  await writeSettings(settingsFile(cluster, 'pg_hba.conf'), isSocket ? PEER_HBA : LOOPBACK_HBA)
  await writeSettings(settingsFile(cluster, 'pg_ident.conf'), isSocket ? identMap(osUser()) : '')
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

/** Modes are set, not asked for: the server's user reads here whatever the umask of the desk. */
async function makeSettingsFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await chmod(folder, 0o755)
}

/** Moved into place whole. As root we write no file inside the cluster, where the server's user could have put a link. */
async function writeSettings(file: string, text: string): Promise<void> {
  const fresh = `${file}.${process.pid}`
  await writeFile(fresh, text)
  await chmod(fresh, 0o644)
  await rename(fresh, file)
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
