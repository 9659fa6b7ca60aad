import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'

/**
 * What happens on the wire. `cut at`: as soon as the client says this word. `cut before the dot`: the server has the
 * mail but for its end. `lost answer`: the server has taken the mail and its answer never comes, since the wire breaks
 * or, with `silent`, since nothing comes at all. `cut after the answer`: the client has it, and no more. `slow`: each
 * answer takes its time.
 */
export type WireFault =
  | { readonly kind: 'none' | 'cut on connecting' | 'cut before the dot' | 'lost answer' | 'cut after the answer' }
  | { readonly kind: 'cut at'; readonly word: 'EHLO' | 'STARTTLS' | 'MAIL' | 'RCPT' | 'DATA' }
  | { readonly kind: 'silent' }
  | { readonly kind: 'slow'; readonly answerMs: number }

/** A TCP proxy before an SMTP server, on loopback. */
export interface Wire extends AsyncDisposable {
  readonly port: number
  /** From the next connection on, leads to this port with this fault. */
  lead(port: number, fault: WireFault): void
}

const DOT = '\r\n.\r\n'

/** Opens one that leads nowhere yet. */
export async function openWire(): Promise<Wire> {
  let to: { readonly port: number; readonly fault: WireFault } = { port: 0, fault: { kind: 'none' } }
  const sockets = new Set<Socket>()
  const server = createServer((client) => {
    const upstream = to.fault.kind === 'cut on connecting' ? undefined : connect(to.port, '127.0.0.1')
    for (const socket of [client, upstream]) {
      if (socket === undefined) continue
      sockets.add(socket)
      socket.on('error', () => undefined).once('close', () => sockets.delete(socket))
    }
    if (upstream === undefined) client.destroy()
    else join(client, upstream, to.fault)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the wire has no port')
  return {
    port: address.port,
    lead(port, fault) {
      to = { port, fault }
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

function join(client: Socket, server: Socket, fault: WireFault): void {
  const cut = (): void => {
    client.destroy()
    server.destroy()
  }
  let isInMail = false
  let mail = ''
  let isMailOver = false

  client.setEncoding('latin1').on('data', (said: string) => {
    if (!isInMail || isMailOver) {
      if (fault.kind === 'cut at' && said.includes(fault.word)) cut()
      else server.write(said, 'latin1')
      return
    }
    mail += said
    if (!mail.endsWith(DOT)) return
    isMailOver = true
    if (fault.kind === 'cut before the dot') server.write(mail.slice(0, -DOT.length), 'latin1', cut)
    else server.write(mail, 'latin1')
  })
  server.setEncoding('latin1').on('data', (answer: string) => {
    if (/^354 /mu.test(answer)) isInMail = true
    if (isMailOver && fault.kind === 'lost answer') return cut()
    if (isMailOver && fault.kind === 'silent') return undefined
    if (isMailOver && fault.kind === 'cut after the answer') {
      client.end(answer, 'latin1', cut)
      return undefined
    }
    void pass(answer)
  })
  const pass = async (answer: string): Promise<void> => {
    if (fault.kind === 'slow') await delay(fault.answerMs)
    client.write(answer, 'latin1')
  }
  client.on('close', () => server.destroy())
  server.on('close', () => {
    if (fault.kind !== 'silent') client.end()
  })
}
