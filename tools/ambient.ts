import { globSync, readFileSync } from 'node:fs'

import { scanSource } from './ambient/scan.ts'

/** Fewer files than this means that the scan looked beside the tree. */
const FEWEST_FILES = 30

const root = new URL('..', import.meta.url).pathname
const paths = globSync('src/**/*.ts', { cwd: root, exclude: (path) => path.endsWith('.test.ts') }).sort()
const breaches = paths.flatMap((path) => scanSource(path, readFileSync(`${root}${path}`, 'utf8')))

for (const { path, line, word, remedy } of breaches) console.log(`${path}:${line}: ${word}\n  ${remedy}`)
if (paths.length < FEWEST_FILES) console.log(`Only ${paths.length} files were seen. Run it from the repository itself.`)
console.log(`ambient: ${paths.length} files, ${breaches.length} breaches`)
process.exitCode = breaches.length > 0 || paths.length < FEWEST_FILES ? 1 : 0
