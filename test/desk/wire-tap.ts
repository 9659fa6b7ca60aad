import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Stands between an SMTP client and its server on loopback and keeps every byte that the client sends. */
export interface WireTap extends AsyncDisposable {
  readonly port: number
  /** What the clients sent, a connection each, byte for byte as Latin-1. */
  readonly sent: () => readonly string[]
}

/** Opens a tap before the server at this port. */
export async function openWireTap(serverPort: number): Promise<WireTap> {
  const sent: Buffer[][] = []
  const sockets = new Set<Socket>()
  const listener = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1')
    const chunks: Buffer[] = []
    sent.push(chunks)
    client.on('data', (chunk: Buffer) => chunks.push(chunk))
    client.pipe(server).pipe(client)
    for (const socket of [client, server]) {
      sockets.add(socket)
      socket.on('error', () => undefined) // who breaks off is seen by the other end
      socket.once('close', () => sockets.delete(socket))
    }
  }).listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('the tap has no port')
  return {
    port: address.port,
    sent: () => sent.map((chunks) => Buffer.concat(chunks).toString('latin1')),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}
