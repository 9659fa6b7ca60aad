import { existsSync } from 'node:fs'
import { lstat, mkdir, mkdtemp, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

const STAGING_MARK = '.new-'
/** No filling takes this long, so an older folder was left by a process that died. */
const ABANDONED_AFTER_MS = 3_600_000

/**
 * Makes the folder `target` unless it is there: filled beside it and moved in one step, so that it is whole or absent
 * whenever this process dies, and processes that start together agree. Returns whether this call made it.
 */
export async function installOnce(target: string, fill: (staging: string) => Promise<void>): Promise<boolean> {
  if (existsSync(target)) return false
  await mkdir(dirname(target), { recursive: true })
  const staging = await mkdtemp(target + STAGING_MARK)
  try {
    await removeAbandoned(target, staging)
    await fill(staging)
    await rename(staging, target)
    await syncName(dirname(target))
    return true
  } catch (error) {
    // Another process was first: its folder is as good as ours would have been.
    if (existsSync(target)) return false
    throw error
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
}

/** The new name is on the disk before anyone relies on what is behind it. Windows does not open folders. */
async function syncName(folder: string): Promise<void> {
  if (process.platform === 'win32') return
  await using handle = await open(folder, 'r')
  await handle.sync()
}

/** Ages are told by comparing with the folder just made, so no clock is needed. */
async function removeAbandoned(target: string, staging: string): Promise<void> {
  const newest = (await lstat(staging)).mtimeMs
  for (const name of await readdir(dirname(target))) {
    if (!name.startsWith(basename(target) + STAGING_MARK)) continue
    const folder = join(dirname(target), name)
    const stats = await lstat(folder).catch(() => undefined) // gone meanwhile: its process has finished
    if (stats === undefined || newest - stats.mtimeMs < ABANDONED_AFTER_MS) continue
    await rm(folder, { recursive: true, force: true })
  }
}
