import { join } from 'node:path'

import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

import { ROOT, showCommand } from './command.ts'
import { stagePackage } from './package/stage.ts'

const stage = join(ROOT, 'build', 'package')
const manifest = await stagePackage(ROOT, stage)
const { messages } = await publint({ pkgDir: stage, strict: true })
for (const message of messages) console.log(formatMessage(message, manifest))

if (messages.length > 0) process.exitCode = 1
else process.exitCode = (await showCommand(['npm', 'pack', '--silent'], { cwd: stage })).exitCode
