import { spawn, type ChildProcess } from 'node:child_process'
import { open, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'

import { Fault } from '../../base/fault.ts'
import { askDoor } from './adopt.ts'
import { logFile, serverArguments, type Cluster } from './cluster.ts'
import { cannotRun, CHILD_ENVIRONMENT, identity, lastWords } from './run-tool.ts'

/** How long a server may stay silent: a killed one's remains hold its shared memory for some seconds. */
const SILENT_PATIENCE_MS = 30_000
/** How long a server may say that it starts: recovery after a crash replays up to a checkpoint's worth of log. */
const STARTING_PATIENCE_MS = 600_000
const FIRST_WAIT_MS = 20
const LONGEST_WAIT_MS = 1_000

/** A server that answers: `child` when this process started it, undefined when it was there. */
export interface RunningServer {
  readonly child: ChildProcess | undefined
}

/**
 * Adopts the server that answers at the cluster's door, or starts one. The postmaster.pid of a dead server is left to
 * PostgreSQL, which knows better than we whether it is stale; while it refuses we ask and try again.
 * A Fault 'database.unreachable' with the server's last words when patience ends.
 */
export async function startOrAdopt(cluster: Cluster): Promise<RunningServer> {
  const silentTooLong = AbortSignal.timeout(SILENT_PATIENCE_MS)
  const startingTooLong = AbortSignal.timeout(STARTING_PATIENCE_MS)
  let child: ChildProcess | undefined
  for (let waitMs = FIRST_WAIT_MS; ; waitMs = Math.min(waitMs * 1.5, LONGEST_WAIT_MS)) {
    const answer = await askDoor(cluster.door)
    if (answer === 'answers') return { child: (await isPostmaster(cluster, child)) ? child : undefined }
    if ((answer === 'starting' ? startingTooLong : silentTooLong).aborted) return giveUp(cluster, child)
    if (answer === 'silent' && !isAlive(child)) child = await spawnServer(cluster)
    await delay(waitMs)
  }
}

/** When two processes start together one child is refused, and the door is answered by the other. */
async function isPostmaster(cluster: Cluster, child: ChildProcess | undefined): Promise<boolean> {
  if (child === undefined) return false
  const text = await readFile(join(cluster.folder, 'postmaster.pid'), 'utf8')
  return text.split('\n')[0] === String(child.pid)
}

function isAlive(child: ChildProcess | undefined): child is ChildProcess {
  return child !== undefined && child.exitCode === null && child.signalCode === null
}

/** In a session of its own: Ctrl-C in a terminal reaches the desk, which drains, and not its database. */
async function spawnServer(cluster: Cluster): Promise<ChildProcess> {
  await rm(logFile(cluster), { force: true })
  // A file and not a pipe: the server outlives this process, and its last words are there for the next.
  const log = await open(logFile(cluster), 'a', 0o600)
  try {
    const child = spawn(join(cluster.binDir, 'postgres'), serverArguments(cluster), {
      cwd: cluster.dataDir,
      env: CHILD_ENVIRONMENT,
      stdio: ['ignore', 'ignore', log.fd],
      detached: true,
      windowsHide: true,
      ...identity(cluster.runAs),
    })
    await new Promise((resolve, reject) => {
      child.once('spawn', resolve)
      child.once('error', (cause) => reject(cannotRun(cause)))
    })
    child.unref()
    return child
  } finally {
    await log.close()
  }
}

async function giveUp(cluster: Cluster, child: ChildProcess | undefined): Promise<never> {
  if (isAlive(child)) child.kill('SIGINT')
  const words = await readFile(logFile(cluster), 'utf8').catch(() => '') // no log when another process runs the server
  throw new Fault('database.unreachable', { detail: lastWords(words) || 'the server stayed silent' })
}
