import { join } from 'node:path'

import { publint } from 'publint'
import { formatMessage } from 'publint/utils'

import { ROOT, showCommand } from './command.ts'
import type { Manifest } from './package/manifest.ts'
import { stagePolicyPackage } from './package/stage-policy.ts'
import { stagePackage } from './package/stage.ts'

const stage = join(ROOT, 'build', 'package')
const policyStage = join(ROOT, 'build', 'policy-package')
const manifest = await stagePackage(ROOT, stage)
await pack(stage, manifest)
await pack(policyStage, await stagePolicyPackage(ROOT, policyStage, manifest))

/** Looks at a staged package as its users' tools will, and packs it if nothing is wrong. */
async function pack(folder: string, staged: Manifest): Promise<void> {
  const { messages } = await publint({ pkgDir: folder, strict: true })
  for (const message of messages) console.log(formatMessage(message, staged))
  const { exitCode } =
    messages.length > 0 ? { exitCode: 1 } : await showCommand(['npm', 'pack', '--silent'], { cwd: folder })
  if (exitCode !== 0) process.exitCode = exitCode ?? 1
}
