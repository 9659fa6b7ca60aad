import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { type Manifest, publishedManifest } from './manifest.ts'

const CONTENT = ['dist/**/*', 'bin/*.cjs', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE', 'NOTICE']

/** Lays the package out in `stage` as it will be published and returns its package.json. Replaces what was there. */
export function stagePackage(root: string, stage: string): Manifest {
  rmSync(stage, { recursive: true, force: true })
  for (const path of globSync(CONTENT, { cwd: root })) {
    mkdirSync(dirname(join(stage, path)), { recursive: true })
    cpSync(join(root, path), join(stage, path), { recursive: true })
  }
  const manifest = publishedManifest(readManifest(join(root, 'package.json')))
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  return manifest
}

function readManifest(path: string): Manifest {
  const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
  if (!isManifest(value)) throw new TypeError(`${path} has no name and version`)
  return value
}

function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'name' in value && 'version' in value
}
