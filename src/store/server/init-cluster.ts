import { chown } from 'node:fs/promises'
import { join } from 'node:path'

import { Fault } from '../../base/fault.ts'
import type { Cluster } from './cluster.ts'
import { ADMIN_ROLE } from './connection.ts'
import { installOnce } from './install-once.ts'
import { passwordFile } from './loopback.ts'
import { lastWords, runTool } from './run-tool.ts'

/** Sorts by code point, alike on every system; without the encoding initdb refuses the locale. */
const LOCALE = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']

/** Makes the cluster's folder unless it is there. Returns whether this call made it. A Fault 'config.invalid' when initdb fails. */
export async function initCluster(cluster: Cluster): Promise<boolean> {
  return installOnce(cluster.folder, async (staging) => {
    const { runAs } = cluster
    if (runAs !== undefined) await chown(staging, runAs.uid, runAs.gid)
    const { exitCode, output } = await runTool({
      file: join(cluster.binDir, 'initdb'),
      args: ['-D', staging, `--username=${ADMIN_ROLE}`, '--no-instructions', ...LOCALE, ...authentication(cluster)],
      cwd: cluster.dataDir,
      runAs,
    })
    if (exitCode === 0) return
    throw new Fault('config.invalid', { detail: `initdb failed: ${lastWords(output)}` })
  })
}

/** For the files inside the cluster, which our own replace; they let nobody in, should anyone start it by hand. */
function authentication(cluster: Cluster): readonly string[] {
  if (cluster.door.password === undefined) return ['--auth-local=peer', '--auth-host=reject']
  return ['--auth=scram-sha-256', `--pwfile=${passwordFile(cluster.dataDir)}`]
}
