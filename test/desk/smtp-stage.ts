import { once } from 'node:events'

import { SMTPServer, type SMTPServerDataStream } from 'smtp-server'

/**
 * What a client did last: it connected and heard nothing yet, said MAIL, said RCPT, sent the first bytes of a mail, sent
 * its final dot, or was told that the mail is taken.
 */
export const MOMENTS = ['connect', 'MAIL', 'RCPT', 'DATA', 'dot', 'taken'] as const
export type Moment = (typeof MOMENTS)[number]

/** What the test does at a moment. `drop` breaks the connection, a number refuses, anything else goes on. */
export type Play = (moment: Moment, mail: string) => Promise<number | 'drop' | void> | number | 'drop' | void

/** A real SMTP server on loopback that asks the test at each moment of the dialogue. */
export interface SmtpStage extends AsyncDisposable {
  readonly port: number
  /** Mails whose final dot came, in order; that they were refused then does not matter. */
  readonly mails: readonly string[]
}

/** Opens it. `play` is called once a moment and is waited for. */
export async function openSmtpStage(play: Play = () => undefined): Promise<SmtpStage> {
  const mails: string[] = []
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    logger: false,
    closeTimeout: 100,
    onConnect: (_session, done) => void ask('connect', '', done),
    onMailFrom: (_address, _session, done) => void ask('MAIL', '', done),
    onRcptTo: (_address, _session, done) => void ask('RCPT', '', done),
    onData: (stream, _session, done) => void take(stream, done),
  })
  const sockets = new Set<{ destroy(): void }>()

  async function ask(moment: Moment, mail: string, done: (error?: Error | null) => void): Promise<boolean> {
    const answer = await play(moment, mail)
    if (answer === 'drop') for (const socket of sockets) socket.destroy()
    else done(answer === undefined ? null : Object.assign(new Error('as the test says'), { responseCode: answer }))
    return answer === undefined
  }

  async function take(stream: SMTPServerDataStream, done: (error?: Error | null) => void): Promise<void> {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    const whole = wholeness(stream)
    await Promise.race([once(stream, 'data'), whole])
    await play('DATA', '')
    if (!(await whole)) return
    const mail = Buffer.concat(chunks).toString('utf8')
    mails.push(mail)
    if (await ask('dot', mail, done)) await play('taken', mail)
  }

  server.server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  server.on('error', () => undefined) // a client that is killed breaks off, and that is the point
  const listener = server.listen(0, '127.0.0.1')
  await once(listener, 'listening')
  const address = listener.address()
  if (address === null || typeof address === 'string') throw new Error('the stage has no port')
  return {
    port: address.port,
    mails,
    [Symbol.asyncDispose]: () => new Promise((resolve) => server.close(resolve)),
  }
}

/** Whether a mail came to its final dot; false when its sender broke off. */
function wholeness(stream: SMTPServerDataStream): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  stream.once('end', () => resolve(true))
  stream.once('error', () => resolve(false)).once('close', () => resolve(false))
  return promise
}

/** The Message-ID of a mail, in its angle brackets. */
export function mailIdOf(mail: string): string {
  return /^Message-ID: (<[^>]+>)\r?$/imu.exec(mail)?.[1] ?? ''
}
