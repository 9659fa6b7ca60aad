import { existsSync } from 'node:fs'

import { ROOT } from './command.ts'
import { readImports } from './imports/cruise.ts'
import { giveVerdict } from './verdict/verdict.ts'

const folders = ['src', 'sim', 'web', 'test', 'tools', 'bench'].filter((folder) => existsSync(`${ROOT}${folder}`))
const { moduleCount, breaches } = await readImports(ROOT, folders)

giveVerdict({
  name: 'imports',
  seen: moduleCount,
  fewest: 100,
  breaches: breaches.map(({ rule, from, to, remedy }) => `${rule}: ${from} -> ${to}\n  ${remedy}`),
})
