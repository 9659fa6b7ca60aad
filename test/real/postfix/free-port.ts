import { once } from 'node:events'
import { createServer } from 'node:net'

/** A port that was free a moment ago: Postfix has to be told one, and cannot tell which it took. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no free port')
  server.close()
  await once(server, 'close')
  return address.port
}
