import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { until } from '../desk/until.ts'

const WORKER = fileURLToPath(new URL('outgoing-worker.ts', import.meta.url))

/** A process that delivers the replies of a desk, whose environment it has. Disposing of it kills it. */
export interface OutgoingProcess extends AsyncDisposable {
  /** Waits until it has opened all it needs, and lets it begin. Rejects with what it said when it ended by itself. */
  begin(): Promise<void>
  /** Kills it with -9, and resolves when it is gone. */
  kill(): Promise<void>
}

/** Starts one that delivers nothing before it is let begin. */
export function startOutgoing(environment: Readonly<Record<string, string>>): OutgoingProcess {
  const child = spawn(process.execPath, [WORKER], {
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const closed = once(child, 'close')
  let said = ''
  let complaints = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text))
  child.stdin.on('error', () => undefined) // one that is killed reads no more, and that is the point
  const isReady = (): true | undefined => {
    if (child.exitCode !== null) throw new Error(`the process ended with ${child.exitCode}: ${complaints}`)
    return said.includes('ready') || undefined
  }
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL')
    await closed
  }
  return {
    async begin() {
      await until('the process to be ready', isReady)
      child.stdin.write('begin\n')
    },
    kill,
    [Symbol.asyncDispose]: kill,
  }
}
