import { createRequire, enableCompileCache } from 'node:module'

import { buildWebIfStale } from './build/web.ts'
import { ROOT } from './command.ts'

// The desk runs in this very process: a signal that npm passes on reaches it, and no shell stands between.
enableCompileCache(`${ROOT}.cache/node`)
await buildWebIfStale(ROOT)
createRequire(import.meta.url)('../bin/safereply.cjs')
