import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { build } from 'vite'

import { showCommand } from '../command.ts'
import type { Manifest } from './manifest.ts'

const ENTRY = 'src/policy/index.ts'
/** The oldest engines whose syntax the bundle keeps to. */
const TARGET = 'es2022'
/** The lexicons of eleven languages are one module. */
const LARGEST_KB = 1_500

/**
 * Builds the rules as a package of their own in `stage`: one module for Node, a small one for browsers, types, README.
 * Takes the version from the product's manifest. Replaces what was there; throws when the compiler refuses.
 */
export async function stagePolicyPackage(root: string, stage: string, product: Manifest): Promise<Manifest> {
  rmSync(stage, { recursive: true, force: true })
  mkdirSync(stage, { recursive: true })
  for (const minify of [false, true]) await bundle(root, stage, minify)
  const types = ['--declaration', '--emitDeclarationOnly', '--noEmit', 'false', '--rootDir', join(root, 'src')]
  const options = ['-p', join(root, 'src/policy/tsconfig.json'), ...types, '--outDir', join(stage, 'dist', 'types')]
  const { exitCode } = await showCommand(['tsc', ...options])
  if (exitCode !== 0) throw new Error('the compiler refused; mend what it names above')
  copyFileSync(join(root, 'src/policy/README.md'), join(stage, 'README.md'))
  for (const name of ['LICENSE', 'NOTICE', 'CHANGELOG.md']) copyFileSync(join(root, name), join(stage, name))
  const manifest = policyManifest(product)
  writeFileSync(join(stage, 'package.json'), `${JSON.stringify(manifest, undefined, 2)}\n`)
  return manifest
}

async function bundle(root: string, stage: string, minify: boolean): Promise<void> {
  const fileName = minify ? 'browser.js' : 'index.js'
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    build: {
      target: TARGET,
      minify,
      outDir: join(stage, 'dist'),
      emptyOutDir: false,
      chunkSizeWarningLimit: LARGEST_KB,
      lib: { entry: join(root, ENTRY), formats: ['es'], fileName: () => fileName },
    },
  })
}

/** The manifest of the package of rules: no dependency, no script, nothing with an effect at import. */
export function policyManifest({ version, license, engines }: Manifest): Manifest {
  return {
    name: 'safereply-policy',
    version,
    description: "Amazon's rules for messages to buyers: check, fix and redact texts in eleven languages",
    license,
    keywords: ['amazon', 'seller', 'policy', 'pii', 'redaction', 'moderation'],
    type: 'module',
    sideEffects: false,
    exports: {
      '.': {
        types: './dist/types/policy/index.d.ts',
        browser: './dist/browser.js',
        default: './dist/index.js',
      },
      './package.json': './package.json',
    },
    files: ['dist', 'CHANGELOG.md', 'NOTICE'],
    engines,
  }
}
