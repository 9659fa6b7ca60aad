import { once } from 'node:events'
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net'

/** What a client says, by its first word; `MAIL-END` is the final dot. */
export type Moment = 'greeting' | 'EHLO' | 'STARTTLS' | 'AUTH' | 'MAIL' | 'RCPT' | 'DATA' | 'MAIL-END' | 'QUIT'

/**
 * An answer, or `drop` to break the connection, `half` to break it within an answer, `hang` to say nothing for ever,
 * `trickle` to begin an answer for ever.
 */
export type Script = Readonly<Partial<Record<Moment, string>>>

const USUAL: Script = {
  greeting: '220 mx.example ESMTP',
  EHLO: '250-mx.example\r\n250 SIZE 1000000',
  STARTTLS: '502 not here',
  AUTH: '235 welcome',
  MAIL: '250 ok',
  RCPT: '250 ok',
  DATA: '354 go on',
  'MAIL-END': '250 taken',
  QUIT: '221 bye',
}

/** A real SMTP server on loopback that follows a script, and keeps what it was told. */
export class ScriptedServer implements AsyncDisposable {
  /** Mails whose final dot came, with their dots still doubled. */
  readonly mails: string[] = []
  /** Lines outside the mails. */
  readonly lines: string[] = []
  readonly #script: Script
  readonly #server: Server
  readonly #sockets = new Set<Socket>()

  private constructor(script: Script) {
    this.#script = { ...USUAL, ...script }
    this.#server = createServer((socket) => this.#serve(socket))
  }

  static async open(script: Script = {}): Promise<ScriptedServer> {
    const scripted = new ScriptedServer(script)
    scripted.#server.listen(0, '127.0.0.1')
    await once(scripted.#server, 'listening')
    return scripted
  }

  get port(): number {
    // A TCP server that listens has an address with a port.
    return (this.#server.address() as AddressInfo).port
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const socket of this.#sockets) socket.destroy()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #serve(socket: Socket): void {
    let unread = ''
    let isInMail = false
    this.#sockets.add(socket)
    socket.setEncoding('utf8')
    socket.on('error', () => undefined)
    socket.on('data', (text: string) => {
      unread += text
      for (;;) {
        const line = isInMail ? unread.indexOf('\r\n.\r\n') : unread.indexOf('\r\n')
        const isEmptyMail = isInMail && unread.startsWith('.\r\n')
        if (line < 0 && !isEmptyMail) return
        const said = isEmptyMail ? '' : unread.slice(0, line)
        unread = unread.slice(said.length + (isEmptyMail ? 3 : isInMail ? 5 : 2))
        isInMail = this.#hear(socket, said, isInMail)
      }
    })
    this.#answer(socket, 'greeting')
  }

  /** Takes what was said, answers it, and tells whether a mail comes next. */
  #hear(socket: Socket, said: string, isMail: boolean): boolean {
    if (isMail) {
      this.mails.push(said)
      this.#answer(socket, 'MAIL-END')
      return false
    }
    this.lines.push(said)
    const moment = said.split(' ')[0]?.toUpperCase()
    return this.#answer(socket, isMoment(moment) ? moment : 'QUIT').startsWith('354')
  }

  #answer(socket: Socket, moment: Moment): string {
    const answer = this.#script[moment] ?? ''
    if (answer === 'drop') socket.destroy()
    else if (answer === 'half') socket.end('25')
    else if (answer === 'trickle') trickle(socket)
    else if (answer !== 'hang') socket.write(`${answer}\r\n`)
    return answer
  }
}

function trickle(socket: Socket): void {
  const timer = setInterval(() => socket.write('250-and\r\n'), 20)
  socket.on('close', () => clearInterval(timer))
}

function isMoment(word: string | undefined): word is Moment {
  return word !== undefined && Object.hasOwn(USUAL, word)
}
