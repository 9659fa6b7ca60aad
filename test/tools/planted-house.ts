import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

const repository = new URL('../../', import.meta.url).pathname

export interface PlantedHouse extends AsyncDisposable {
  readonly root: string
}

/** A small tree of its own below the temporary folder, with this repository's packages. Gone when disposed. */
export async function plantHouse(files: Readonly<Record<string, string>>): Promise<PlantedHouse> {
  const root = await mkdtemp(join(tmpdir(), 'planted-house-'))
  await symlink(join(repository, 'node_modules'), join(root, 'node_modules'))
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), text)
  }
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true }) }
}
