import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

import { createTransport } from 'nodemailer'
import { z } from 'zod'

import { MINUTE_MS } from '../../src/base/clock.ts'
import { until } from '../desk/until.ts'

export const SAFEREPLY = fileURLToPath(new URL('../../bin/safereply.cjs', import.meta.url))

/** The first start of a data directory makes its database, which takes long on a busy machine. */
const START_PATIENCE_MS = 2 * MINUTE_MS

const readyShape = z.object({
  url: z.url(),
  token: z.string().regex(/^[0-9a-f]{64}$/u),
  dataDir: z.string(),
  door: z.object({ host: z.string(), port: z.number() }),
  amazon: z.url().optional(),
})

/** The product as a process of its own, as the command line starts it. Disposing of it stops it with SIGTERM. */
export interface DeskProcess extends AsyncDisposable {
  readonly pid: number
  readonly ready: z.infer<typeof readyShape>
  /** All it has written so far, to standard output and standard error. */
  readonly stdout: () => string
  readonly stderr: () => string
  /** Calls the API with the owner's token. */
  request(path: string, init?: RequestInit): Promise<Response>
  /** Hands a mail in at its door. Rejects when the door refuses it. */
  handIn(to: string, raw: string): Promise<void>
  /** Sends a signal and waits until it is gone; its exit code, or null when the signal ended it. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

export interface DeskProcessOptions {
  readonly command: 'start' | 'demo'
  readonly dataDir?: string
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts a desk on free ports and waits for the line that says that it is ready. Rejects when it ends before. */
export async function startDeskProcess(options: DeskProcessOptions): Promise<DeskProcess> {
  const { command, dataDir, environment } = options
  const folder = dataDir === undefined ? [] : ['--data-dir', dataDir]
  const args = [SAFEREPLY, command, '--json', '--port', '0', '--door-port', '0', ...folder]
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, ...environment },
  })
  const said = { stdout: '', stderr: '' }
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text))
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text))
  const closed = once(child, 'close')
  const line = await until(
    'the line that says that the desk is ready',
    () => {
      if (hasEnded(child)) throw new Error(`the desk ended with ${child.exitCode}: ${said.stderr}`)
      return said.stdout.includes('\n') ? said.stdout : undefined
    },
    START_PATIENCE_MS,
  )
  const ready = readyShape.parse(JSON.parse(line))
  const end = async (signal: NodeJS.Signals): Promise<number | null> => {
    if (!hasEnded(child)) child.kill(signal)
    await closed
    return child.exitCode
  }
  return {
    pid: child.pid ?? 0,
    ready,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    end,
    request(path, init = {}) {
      const headers = new Headers(init.headers)
      headers.set('authorization', `Bearer ${ready.token}`)
      if (typeof init.body === 'string') headers.set('content-type', 'application/json')
      return fetch(`${ready.url}/api/v1${path}`, { ...init, headers })
    },
    async handIn(to, raw) {
      const transport = createTransport({ host: ready.door.host, port: ready.door.port, ignoreTLS: true })
      try {
        await transport.sendMail({ envelope: { from: '', to }, raw })
      } finally {
        transport.close()
      }
    },
    async [Symbol.asyncDispose]() {
      await end('SIGTERM')
    },
  }
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}
