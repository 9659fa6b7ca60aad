import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { extname } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'

import { Fault } from '../base/fault.ts'
import type { ResolveTxt } from '../parse/dkim-keys.ts'

/** The simulated Amazon as a process of its own, spoken to like any server. Disposing ends it. */
export interface SimulatedAmazon extends AsyncDisposable {
  /** Where replies go. */
  readonly smtpUrl: string
  /** Its control API, for people who want to play with it. */
  readonly httpUrl: string
  /** Answers for its own signing key as DNS would. */
  readonly resolveTxt: ResolveTxt
  /** Names the desk's door and mailbox. */
  deliverTo(desk: DeskAddress): Promise<void>
  /** Lets the dozen buyers write, and resolves when each mail was delivered or refused. */
  play(): Promise<void>
}

export interface DeskAddress {
  readonly host: string
  readonly port: number
  readonly mailbox: string
  readonly approvedSenders: readonly string[]
}

const DELIVERY_LIMIT_MS = 20_000
const ASK_EVERY_MS = 100

/** Starts it on free ports of loopback. It ends with this process, however that ends, since its stdin closes then. */
export async function startSimulatedAmazon(): Promise<SimulatedAmazon> {
  const main = fileURLToPath(new URL(`../../sim/amazon-relay/main${extname(import.meta.url)}`, import.meta.url))
  const child = spawn(process.execPath, [main, '--until-stdin-closes', '--copies'], {
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const { smtp, http } = await firstLine(child)
  const { selector, record } = (await ask(http, 'GET', '/dkim')) as DkimRecord // proof: our own child
  return {
    smtpUrl: `smtp://${smtp.host}:${smtp.port}`,
    httpUrl: http,
    async resolveTxt(name) {
      return name.startsWith(`${selector}._domainkey.`) ? [[record]] : []
    },
    async deliverTo(desk) {
      await ask(http, 'PUT', '/desk', desk)
    },
    async play() {
      await ask(http, 'POST', '/play', { backlog: true })
      await settled(http)
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null) return
      const ended = once(child, 'exit')
      child.kill('SIGTERM')
      await ended
    },
  }
}

interface DkimRecord {
  readonly selector: string
  readonly record: string
}

interface ReadyLine {
  readonly smtp: { readonly host: string; readonly port: number }
  readonly http: string
}

async function firstLine(child: ChildProcess): Promise<ReadyLine> {
  const { stdout } = child
  if (!stdout) throw new Fault('bug', { detail: 'the simulated Amazon has no output' })
  for await (const line of createInterface({ input: stdout })) return JSON.parse(line) as ReadyLine // proof: our own child
  throw new Fault('bug', { detail: 'the simulated Amazon ended before it was ready' })
}

async function ask(http: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(http + path, {
    method,
    ...(body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
    signal: AbortSignal.timeout(DELIVERY_LIMIT_MS),
  })
  if (!response.ok) throw new Fault('bug', { detail: `the simulated Amazon answered ${response.status} to ${path}` })
  const text = await response.text()
  return text === '' ? undefined : JSON.parse(text)
}

async function settled(http: string): Promise<void> {
  const limit = AbortSignal.timeout(DELIVERY_LIMIT_MS)
  while (!limit.aborted) {
    const deliveries = await ask(http, 'GET', '/deliveries')
    const isWaiting = Array.isArray(deliveries) && deliveries.some((delivery) => delivery.state === 'waiting')
    if (!isWaiting) return
    await new Promise((resolve) => {
      setTimeout(resolve, ASK_EVERY_MS)
    })
  }
}
