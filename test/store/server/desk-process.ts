import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { z } from 'zod'

import type { ServerOptions } from '../../../src/store/server/open-server.ts'
import { nodeAs, type SystemUser } from './ordinary-user.ts'

const reportShape = z.object({
  adopted: z.boolean(),
  ranAs: z.string().optional(),
  held: z.boolean(),
  uid: z.number().optional(),
})

/** A desk in a process of its own, for a test to kill. */
export interface DeskProcess extends AsyncDisposable {
  readonly report: z.infer<typeof reportShape>
  /** Ends it as a power cut would end it: no handler runs. */
  kill(): Promise<void>
  /** Sends a signal to its whole process group, as a terminal does at Ctrl-C, and waits until it is gone. */
  interrupt(): Promise<void>
  /** Lets it close its server and waits until it is gone. */
  stop(): Promise<void>
}

export interface DeskOptions extends Pick<ServerOptions, 'dataDir' | 'dataArea'> {
  readonly user?: SystemUser
  readonly environment?: Readonly<Record<string, string>>
}

/** Starts `small-desk.ts` and waits until its server is open. */
export async function startDesk({ user, environment, ...options }: DeskOptions): Promise<DeskProcess> {
  const script = fileURLToPath(new URL('./small-desk.ts', import.meta.url))
  const [command, ...before] = user === undefined ? [process.execPath] : nodeAs(user)
  const desk = spawn(command, [...before, script, JSON.stringify(options)], {
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: true,
    env: { ...process.env, ...environment },
  })
  const exited = once(desk, 'exit')
  const report = reportShape.parse(JSON.parse(await firstLine(desk)))
  const end = async (how: () => unknown): Promise<void> => {
    how()
    await exited
  }
  const stop = () => end(() => desk.stdin.end())
  return {
    report,
    stop,
    kill: () => end(() => desk.kill('SIGKILL')),
    interrupt: () => end(() => process.kill(-(desk.pid ?? 0), 'SIGINT')),
    [Symbol.asyncDispose]: stop,
  }
}

async function firstLine(desk: ChildProcess & { readonly stdout: NodeJS.ReadableStream }): Promise<string> {
  for await (const line of createInterface(desk.stdout)) return line
  throw new Error('the desk ended before it was ready')
}
