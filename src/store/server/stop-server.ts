import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

import type { Cluster } from './cluster.ts'
import { runTool } from './run-tool.ts'

/** A fast shutdown rolls back what is open and writes a checkpoint; longer than this and it is cut short, safely. */
const STOP_PATIENCE_S = 10
/** `pg_ctl status` ends with this when no server runs. */
const NOT_RUNNING_EXIT = 3

export type StopMode = 'fast' | 'immediate'

/**
 * Stops the server and waits until it is gone; does nothing when none runs. Returns how it ended: `immediate` when a
 * fast shutdown took too long, so that the next start recovers from the log. pg_ctl sends the signals, as the server's
 * user: as root we would trust the number in a file that this user can write.
 */
export async function stopServer(cluster: Cluster, child: ChildProcess | undefined, mode: StopMode): Promise<StopMode> {
  const exited = child === undefined ? undefined : whenExited(child)
  await control(cluster, ['stop', '-m', mode, '-w', '-t', String(STOP_PATIENCE_S)])
  const isStillRunning = (await control(cluster, ['status'])) !== NOT_RUNNING_EXIT
  if (isStillRunning) await control(cluster, ['stop', '-m', 'immediate', '-w'])
  await exited
  return isStillRunning ? 'immediate' : mode
}

async function control(cluster: Cluster, args: readonly string[]): Promise<number> {
  const { exitCode } = await runTool({
    file: join(cluster.binDir, 'pg_ctl'),
    args: [...args, '-D', cluster.folder],
    cwd: cluster.dataDir,
    runAs: cluster.runAs,
  })
  return exitCode
}

/** So that no zombie is left for a moment after `stop()`. */
async function whenExited(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.ref()
  await once(child, 'exit')
}
