import { spawn } from 'node:child_process'
import { delimiter, join } from 'node:path'

export const ROOT = new URL('..', import.meta.url).pathname

export interface CommandOptions {
  /** Added to the environment of this process. */
  readonly env?: Readonly<Record<string, string>>
  readonly cwd?: string
}

export interface CommandOutcome {
  readonly exitCode: number
  /** Standard output and standard error as they came; empty when they were shown. */
  readonly output: string
}

/** Runs a command of this repository and shows what it says. A signal to us goes on to it. */
export function showCommand(command: readonly string[], options: CommandOptions = {}): Promise<CommandOutcome> {
  return run(command, options, 'inherit')
}

/** Runs a command of this repository and keeps what it says. */
export function readCommand(command: readonly string[], options: CommandOptions = {}): Promise<CommandOutcome> {
  return run(command, options, 'pipe')
}

function run(command: readonly string[], options: CommandOptions, talk: 'inherit' | 'pipe'): Promise<CommandOutcome> {
  const { promise, resolve, reject } = Promise.withResolvers<CommandOutcome>()
  const [name = '', ...args] = command
  const child = spawn(name, args, {
    cwd: options.cwd ?? ROOT,
    env: { ...process.env, PATH: pathWithTools(), ...options.env },
    stdio: ['ignore', talk, talk],
  })
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal)
  process.on('SIGTERM', passOn).on('SIGINT', passOn)

  const chunks: Buffer[] = []
  child.stdout?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr?.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.on('error', reject)
  child.on('close', (exitCode) => {
    process.off('SIGTERM', passOn).off('SIGINT', passOn)
    resolve({ exitCode: exitCode ?? 1, output: Buffer.concat(chunks).toString() })
  })
  return promise
}

/** The tools of node_modules first, so that a check run by hand uses the same Node and compiler as npm does. */
function pathWithTools(): string {
  return [join(ROOT, 'node_modules', '.bin'), process.env['PATH']].join(delimiter)
}
