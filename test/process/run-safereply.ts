import { spawnSync } from 'node:child_process'

import { SAFEREPLY } from './desk-process.ts'

export interface Ran {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly input?: string
  readonly environment?: Readonly<Record<string, string>>
}

const PATIENCE_MS = 60_000

/** Runs one command of the product to its end. */
export function runSafereply(args: readonly string[], options: RunOptions = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SAFEREPLY, ...args], {
    input: options.input ?? '',
    env: { ...process.env, ...options.environment },
    encoding: 'utf8',
    timeout: PATIENCE_MS,
  })
  return { code: status, stdout, stderr }
}
