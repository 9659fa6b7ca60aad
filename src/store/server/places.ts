import { createHash } from 'node:crypto'
import { lstat, mkdir } from 'node:fs/promises'
import { join } from 'node:path'

import { Fault } from '../../base/fault.ts'

/** The shortest limit of the systems is 104 bytes with a closing zero (macOS); PostgreSQL adds a lock file's name beside it. */
const MAX_SOCKET_PATH_BYTES = 100
const HASH_DIGITS = 16

/** PostgreSQL names its socket by the port; the folder is our own, so that the number never meets another server's. */
export const SOCKET_PORT = 5432

/** What the choice of a data area depends on. */
export interface UserFacts {
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
  readonly home: string
  /** XDG_DATA_HOME, when set. */
  readonly xdgDataHome?: string | undefined
}

/** The folder where a user's programs keep data, for Safereply: its server binaries, and data directories unless named. */
export function dataArea(user: UserFacts): string {
  if (user.platform === 'win32') return join(user.home, 'AppData', 'Local', 'safereply')
  if (user.isRoot) return '/var/lib/safereply'
  if (user.platform === 'darwin') return join(user.home, 'Library', 'Application Support', 'safereply')
  return join(user.xdgDataHome ?? join(user.home, '.local', 'share'), 'safereply')
}

/** Where the socket of a data directory lies: inside it, or, when its path would be too long for a socket, in `tempDir`. */
export function socketFolder(dataDir: string, tempDir: string): string {
  const inside = join(dataDir, 'socket')
  if (fitsSocket(inside)) return inside
  const hash = createHash('sha256').update(dataDir).digest('hex').slice(0, HASH_DIGITS)
  const outside = join(tempDir, `safereply-${hash}`)
  if (fitsSocket(outside)) return outside
  throw new Fault('config.invalid', {
    detail: `the paths of the data directory and of the temporary folder are both too long for a socket (${MAX_SOCKET_PATH_BYTES} bytes)`,
  })
}

function fitsSocket(folder: string): boolean {
  return Buffer.byteLength(join(folder, `.s.PGSQL.${SOCKET_PORT}`)) <= MAX_SOCKET_PATH_BYTES
}

/**
 * Makes a folder of mode 0700, and its parents. One that is there already must be this owner's alone: in a temp folder a
 * stranger may have been first. Else a Fault 'config.invalid'.
 */
export async function makePrivateFolder(folder: string, uid: number | undefined): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await assertPrivateFolder(folder, uid)
}

/** A Fault 'config.invalid' unless `folder` is a folder (no link) of `uid` that nobody else may read or write. */
export async function assertPrivateFolder(folder: string, uid: number | undefined): Promise<void> {
  if (uid === undefined) return // Windows: the user's own profile, kept by its access list
  const stats = await lstat(folder)
  if (stats.isDirectory() && stats.uid === uid && (stats.mode & 0o066) === 0) return
  throw new Fault('config.invalid', { detail: `${folder} must be a folder of this user alone, mode 0700` })
}
