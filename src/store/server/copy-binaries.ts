import { chmod, cp, lstat, mkdir, open, readdir, readFile, symlink } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'

import { z } from 'zod'

/** Paths in the package, from its root. */
const linksShape = z.array(z.object({ source: z.string(), target: z.string() }))

type Link = z.infer<typeof linksShape>[number]

/**
 * Copies what a server needs at run time from the `native/` of a binaries package to `target`, and makes the library
 * links that the package only lists. Everything is on the disk when this returns.
 */
export async function copyBinaries(packageRoot: string, target: string): Promise<void> {
  await cp(join(packageRoot, 'native'), target, { recursive: true, filter: isNeeded })
  for (const link of await readLinks(packageRoot)) await makeLink(target, link)
  await chmod(target, 0o755)
  await syncFiles(target)
}

/** Static libraries are for compilers. Links, if an install script made them, point into the package: ours do not. */
async function isNeeded(path: string): Promise<boolean> {
  if (path.endsWith('.a') || basename(path) === 'pkgconfig') return false
  return !(await lstat(path)).isSymbolicLink()
}

async function readLinks(packageRoot: string): Promise<readonly Link[]> {
  try {
    return linksShape.parse(JSON.parse(await readFile(join(packageRoot, 'native', 'pg-symlinks.json'), 'utf8')))
  } catch (error) {
    // Windows has none. A list that is there and cannot be read is no empty one: the server would not start.
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw error
  }
}

async function makeLink(target: string, link: Link): Promise<void> {
  const at = join(target, relative('native', link.target))
  await mkdir(dirname(at), { recursive: true })
  await symlink(relative(dirname(link.target), link.source), at)
}

/** A folder can be on the disk by its new name before its files are; a power cut would leave it whole in name only. */
async function syncFiles(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    await using file = await open(join(entry.parentPath, entry.name), 'r+')
    await file.sync()
  }
}
