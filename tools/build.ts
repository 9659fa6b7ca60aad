import { rmSync } from 'node:fs'
import { join } from 'node:path'

import { copyAssets } from './build/assets.ts'
import { buildWeb } from './build/web.ts'
import { ROOT, showCommand } from './command.ts'

rmSync(join(ROOT, 'dist'), { recursive: true, force: true })
const { exitCode } = await showCommand(['tsc', '-p', 'tsconfig.build.json'])
if (exitCode === 0) {
  const assetCount = copyAssets(ROOT, join(ROOT, 'dist'))
  await buildWeb(ROOT)
  console.log(`dist/ is built; ${assetCount} files were copied as they are`)
}
process.exitCode = exitCode
