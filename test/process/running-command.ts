import { spawn } from 'node:child_process'
import { once } from 'node:events'

import { SAFEREPLY } from './desk-process.ts'
import type { Ran } from './run-safereply.ts'

/** A command of the product that runs, for a test that does something to it meanwhile. */
export interface RunningCommand {
  kill(signal: NodeJS.Signals): void
  /** What it said, and its exit code; null when a signal ended it. */
  readonly ended: Promise<Ran>
}

/** Starts a command without a terminal. */
export function startSafereply(args: readonly string[]): RunningCommand {
  const child = spawn(process.execPath, [SAFEREPLY, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  return {
    kill: (signal) => child.kill(signal),
    ended: once(child, 'close').then(() => ({ code: child.exitCode, ...said })),
  }
}
