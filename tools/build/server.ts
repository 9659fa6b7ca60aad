import { copyFileSync, globSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { showCommand } from '../command.ts'

/** What `src` and `sim` read at run time beside their code: migrations and data, which the compiler leaves behind. */
const ASSETS = ['src/**/*.{sql,json,txt}', 'sim/**/*.{json,eml,txt}']
const WITHOUT = ['src/store/sql/**', '**/tsconfig.json', 'src/policy/pack/{lexicon/**,catalogue-*}']

/** Compiles `src` and `sim` into `target` and copies what they read. Throws when the compiler refuses. */
export async function buildServer(root: string, target: string): Promise<void> {
  await compile(['-p', 'tsconfig.build.json', '--outDir', target])
  // Of the whole, only the rules can be imported, so only they come with types.
  const types = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false']
  await compile(['-p', 'src/policy/tsconfig.json', ...types, '--rootDir', root, '--outDir', target])

  for (const path of globSync(ASSETS, { cwd: root, exclude: WITHOUT })) {
    mkdirSync(dirname(join(target, path)), { recursive: true })
    copyFileSync(join(root, path), join(target, path))
  }
}

async function compile(options: readonly string[]): Promise<void> {
  const { exitCode } = await showCommand(['tsc', ...options])
  if (exitCode !== 0) throw new Error('the compiler refused; mend what it names above')
}
