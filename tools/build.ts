import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { buildServer } from './build/server.ts'
import { buildWeb } from './build/web.ts'
import { ROOT } from './command.ts'

const target = join(ROOT, 'dist')
rmSync(target, { recursive: true, force: true })
await buildServer(ROOT, target)
await buildWeb(ROOT, join(target, 'web'))
console.log('dist/ is built')
