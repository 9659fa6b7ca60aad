import { globSync, readFileSync } from 'node:fs'

import { scanCasts } from './casts/scan.ts'

/** Fewer files than this means that the scan looked beside the tree. */
const FEWEST_FILES = 30

const root = new URL('..', import.meta.url).pathname
const paths = globSync('{src,sim,web}/**/*.{ts,tsx}', {
  cwd: root,
  exclude: (path) => /\.test\.tsx?$/u.test(path),
}).sort()
const casts = paths.flatMap((path) => scanCasts(path, readFileSync(`${root}${path}`, 'utf8')))

for (const { path, line, text } of casts) console.log(`${path}:${line}: ${text}`)
if (casts.length > 0) console.log('Parse the value instead, or end the line with `// proof: why the type holds`.')
if (paths.length < FEWEST_FILES) console.log(`Only ${paths.length} files were seen. Run it from the repository itself.`)
console.log(`casts: ${paths.length} files, ${casts.length} casts without a proof`)
process.exitCode = casts.length > 0 || paths.length < FEWEST_FILES ? 1 : 0
