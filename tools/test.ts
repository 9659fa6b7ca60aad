import { globSync } from 'node:fs'

import { ROOT, showCommand } from './command.ts'
import { findSuite, suiteArguments } from './test/suites.ts'

/** A zone that is a quarter of an hour off the others, so that a forgotten zone shows. */
const env = { TZ: 'Asia/Kathmandu', NODE_COMPILE_CACHE: `${ROOT}.cache/node` }

for (const name of process.argv.slice(2)) {
  const suite = findSuite(name)
  const files = globSync(suite.files, { cwd: ROOT, exclude: suite.without }).sort()
  if (files.length === 0) {
    console.log(`${name}: no test was found in ${suite.files.join(' ')}, and no test is no success`)
    process.exitCode = 1
    continue
  }
  console.log(`${name}: ${files.length} files`)
  const { exitCode } = await showCommand([process.execPath, ...suiteArguments(suite), ...files], { env })
  if (exitCode !== 0) process.exitCode = 1
}
