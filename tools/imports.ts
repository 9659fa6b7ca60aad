import { existsSync } from 'node:fs'

import { readImports } from './imports/cruise.ts'

/** Fewer modules than this means that the cruiser did not read the tree, whatever it says. */
const FEWEST_MODULES = 40

const root = new URL('..', import.meta.url).pathname
const folders = ['src', 'sim', 'web', 'test', 'tools', 'bench'].filter((folder) => existsSync(`${root}${folder}`))
const { moduleCount, breaches } = await readImports(root, folders)

for (const { rule, from, to, remedy } of breaches) console.log(`${rule}: ${from} -> ${to}\n  ${remedy}`)
if (moduleCount < FEWEST_MODULES) {
  console.log(
    `Only ${moduleCount} modules were seen. Look whether the cruiser still finds a TypeScript parser: npm ls typescript`,
  )
}
console.log(`imports: ${moduleCount} modules, ${breaches.length} breaches`)
process.exitCode = breaches.length > 0 || moduleCount < FEWEST_MODULES ? 1 : 0
