import { globSync, readFileSync } from 'node:fs'

import { ROOT } from './command.ts'

export interface Source {
  /** From the root of the repository. */
  readonly path: string
  readonly text: string
}

/** The files below the root that match, without tests, in the order of their paths. */
export function readSources(globs: readonly string[]): readonly Source[] {
  const paths = globSync(globs, { cwd: ROOT }).filter((path) => !/\.test\.tsx?$/u.test(path))
  return paths.sort().map((path) => ({ path, text: readFileSync(`${ROOT}${path}`, 'utf8') }))
}
