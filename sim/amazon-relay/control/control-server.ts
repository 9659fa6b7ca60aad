import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { RequestError } from '../buyer-request.ts'
import { type Controls, route } from './routes.ts'

const BODY_LIMIT_BYTES = 1_000_000

/** The HTTP server by which people and tests speak to the relay. */
export interface ControlServer extends AsyncDisposable {
  readonly port: number
}

/** Opens the control API on loopback. Rejects when the port is taken. */
export async function openControlServer(options: {
  readonly host: string
  readonly port: number
  readonly controls: Controls
}): Promise<ControlServer> {
  const { host, port, controls } = options
  const server = createServer((request, response) => {
    answer(controls, request).then(
      ({ status, body }) => respond(response, status, body),
      (error: unknown) => {
        process.emitWarning(error instanceof Error ? error : 'the control API failed')
        respond(response, 500, { error: 'The relay failed. Its talk on stderr says more.' })
      },
    )
  })
  server.listen(port, host)
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the control API has no port')
  return {
    port: address.port,
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve))
      server.closeAllConnections()
      await closed
    },
  }
}

async function answer(
  controls: Controls,
  request: IncomingMessage,
): Promise<{ readonly status: number; readonly body: unknown }> {
  try {
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    const body = await readJson(request)
    return { status: 200, body: await route(controls, { method: request.method ?? 'GET', url, body }) }
  } catch (error) {
    if (error instanceof RequestError) return { status: error.status, body: { error: error.message } }
    throw error
  }
}

/** The JSON of a request, or nothing when it has none. */
async function readJson(request: IncomingMessage): Promise<unknown> {
  const text = await readText(request)
  if (text === '') return undefined
  // A page in a browser cannot send this type to another site unasked: it keeps strangers' pages out of the relay.
  if (!(request.headers['content-type'] ?? '').startsWith('application/json'))
    throw new RequestError('Send JSON, with the header "content-type: application/json".')
  try {
    return JSON.parse(text)
  } catch {
    throw new RequestError('The body is not JSON.')
  }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  let sizeBytes = 0
  // Left undestroyed, since the socket still has to carry the answer.
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const bytes = Buffer.from(chunk)
    sizeBytes += bytes.length
    if (sizeBytes > BODY_LIMIT_BYTES) throw new RequestError(`The body is larger than ${BODY_LIMIT_BYTES} bytes.`)
    chunks.push(bytes)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function respond(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
  response.end(`${JSON.stringify(body, undefined, 2)}\n`)
}
