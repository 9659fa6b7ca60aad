import { globSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { build } from 'vite'

/** What the pages are made of. Folders count as well, so that a removed file is noticed. */
const INPUTS = ['web/**', 'src/{policy,model,base}/**', 'vite.config.ts', 'package-lock.json']
const RESULT = 'dist/web/index.html'

/** Builds the pages into `dist/web` unless they are newer than all they are made of. Talks on stderr. */
export async function buildWebIfStale(root: string): Promise<void> {
  if (!isStale(root)) return
  process.stderr.write('Building the pages (this happens once after a change) ...\n')
  await buildWeb(root, join(root, dirname(RESULT)))
}

/** Builds the pages into `target`, whatever lay there; warnings alone are shown. */
export async function buildWeb(root: string, target: string): Promise<void> {
  await build({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: target } })
}

/** Whether the pages are missing or older than something they are made of. */
export function isStale(root: string): boolean {
  const result = statSync(join(root, RESULT), { throwIfNoEntry: false })
  if (!result) return true
  return globSync(INPUTS, { cwd: root }).some((path) => statSync(join(root, path)).mtimeMs > result.mtimeMs)
}
