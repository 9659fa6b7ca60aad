import { copyFileSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { buildServer } from '../build/server.ts'
import { buildWeb } from '../build/web.ts'
import { type Manifest, publishedManifest } from './manifest.ts'

const CONTENT = ['bin/*.cjs', 'README.md', 'CHANGELOG.md', 'SECURITY.md', 'LICENSE', 'NOTICE']

/** Builds the package in `stage` as it will be published and returns its package.json. Replaces what was there. */
export async function stagePackage(root: string, stage: string): Promise<Manifest> {
  rmSync(stage, { recursive: true, force: true })
  await buildServer(root, join(stage, 'dist'))
  await buildWeb(root, join(stage, 'dist', 'web'))
  for (const path of globSync(CONTENT, { cwd: root })) {
    mkdirSync(dirname(join(stage, path)), { recursive: true })
    copyFileSync(join(root, path), join(stage, path))
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
