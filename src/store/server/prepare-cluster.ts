import { mkdir, realpath } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'

import type { Random } from '../../base/random.ts'
import { installBinaries, useOwnBinaries } from './binaries.ts'
import { clusterFolder, type Cluster } from './cluster.ts'
import type { Door } from './connection.ts'
import { furnish } from './furnish.ts'
import { initCluster } from './init-cluster.ts'
import { loopbackDoor } from './loopback.ts'
import { dataArea, makePrivateFolder, socketFolder, SOCKET_PORT } from './places.ts'
import { assertReachable, chooseRunAs, letThrough } from './run-as.ts'
import type { ServerEvent } from './server-event.ts'

const NOT_WRITABLE = ['EACCES', 'EPERM', 'EROFS', 'ENOENT', 'ENOTDIR']

/** What decides where a cluster lies and how it is reached. */
export interface ClusterOptions {
  readonly dataDir: string
  readonly pgBinDir?: string
  readonly dataArea?: string
  readonly random?: Random
}

/** Brings a data directory to where a server can start in it; may be called while one runs. */
export async function prepareCluster(options: ClusterOptions, log: (event: ServerEvent) => void): Promise<Cluster> {
  const dataDir = await makeDataDir(options.dataDir)
  const folder = clusterFolder(dataDir)
  const runAs = await chooseRunAs(folder)
  const binDir = await findBinaries(options, log)
  if (runAs !== undefined) {
    log({ kind: 'runs-as', user: runAs.name })
    await letThrough(dataDir, runAs)
    if (options.pgBinDir === undefined) await letThrough(dirname(dirname(binDir)), runAs)
    await assertReachable(binDir, runAs)
  }
  const cluster = { dataDir, folder, binDir, runAs, door: await doorOf(dataDir, options.random) }
  await furnish(cluster)
  if (await initCluster(cluster)) log({ kind: 'cluster-made' })
  return cluster
}

/** Links are followed, so that one data directory has one socket by whatever path it is named. */
async function makeDataDir(path: string): Promise<string> {
  await mkdir(dirname(resolve(path)), { recursive: true })
  await mkdir(path, { recursive: true, mode: 0o700 })
  return realpath(path)
}

/** Where the server of a data directory listens, whether or not it runs. */
export async function doorOf(dataDir: string, random: Random | undefined): Promise<Door> {
  if (process.platform === 'win32') return loopbackDoor(dataDir, random)
  return { host: socketFolder(dataDir, tmpdir()), port: SOCKET_PORT }
}

async function findBinaries(options: ClusterOptions, log: (event: ServerEvent) => void): Promise<string> {
  if (options.pgBinDir !== undefined) return useOwnBinaries(options.pgBinDir)
  const uid = process.geteuid?.()
  const preferred = options.dataArea ?? dataArea({ platform: process.platform, isRoot: uid === 0, home: homedir() })
  const onCopy = (folder: string) => () => log({ kind: 'binaries-copied', folder })
  try {
    return await installBinaries(preferred, onCopy(preferred))
  } catch (error) {
    if (!isNotWritable(error)) throw error
    // The home of many a system user is not there: a private folder in the temp folder does.
    const fallback = join(tmpdir(), `safereply-${uid ?? 'user'}`)
    await makePrivateFolder(fallback, uid)
    return installBinaries(fallback, onCopy(fallback))
  }
}

function isNotWritable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && NOT_WRITABLE.includes(String(error.code))
}
