import type { AddressInfo } from 'node:net'

import { serve } from '@hono/node-server'

import { Fault } from '../base/fault.ts'
import type { App } from './app-env.ts'

/** A listening server; disposing it lets running requests end and closes the streams. */
export interface HttpServer extends AsyncDisposable {
  readonly port: number
}

/** How long requests may still run once the server was told to stop. */
const DRAIN_MS = 3_000

/** Where to listen, and what a person reads who has to choose another port. */
export interface ListenAt {
  readonly host: string
  readonly port: number
  /** (Default: that of the pages) */
  readonly chooseBy?: string
}

/** Listens on host and port (0: a free one). A Fault 'config.invalid' when that cannot be had. */
export function listen(app: Pick<App, 'fetch'>, at: ListenAt): Promise<HttpServer> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: at.host, port: at.port }, (info: AddressInfo) => {
      resolve({ port: info.port, [Symbol.asyncDispose]: () => close(server) })
    })
    server.once('error', (cause) => reject(new Fault('config.invalid', { detail: cannotListen(at), cause })))
  })
}

function cannotListen({ host, port, chooseBy = '--port or SAFEREPLY_HTTP_PORT' }: ListenAt): string {
  return `cannot listen on ${host}:${port}: choose another with ${chooseBy}`
}

async function close(server: ReturnType<typeof serve>): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  if ('closeIdleConnections' in server) server.closeIdleConnections()
  const force = setTimeout(() => {
    if ('closeAllConnections' in server) server.closeAllConnections()
  }, DRAIN_MS)
  await closed
  clearTimeout(force)
}
