import { once } from 'node:events'
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net'
import type { ImapSettings } from '../../src/channel/mail/imap/settings.ts'

/** What a client asks: `UID FETCH`, `EXAMINE` and so on, with the rest of the line. */
export interface Question {
  readonly tag: string
  readonly command: string
  readonly rest: string
}

/**
 * Lines to answer with, the tagged one last; `drop` to break the connection, `hang` to say nothing for ever. Undefined
 * for the usual answer.
 */
export type Answer = readonly string[] | 'drop' | 'hang' | undefined

/** A mail of the folder: its text, and a size that may be a lie. */
export interface ScriptedMail {
  readonly text: string
  readonly sizeBytes?: number
}

/** What the server has and how it behaves; all of it may be changed while it runs. */
export interface ImapScript {
  greeting?: string
  capability?: string
  uidValidity?: number | undefined
  uidNext?: number | undefined
  mails: Map<number, ScriptedMail>
  answer?(question: Question): Answer
}

/** A small IMAP server on loopback that follows a script, good for one client at a time. */
export class ScriptedImap implements AsyncDisposable {
  readonly script: ImapScript
  /** What was asked, without the tags. */
  readonly asked: string[] = []
  readonly #server: Server
  readonly #sockets = new Set<Socket>()
  #idleTag = ''

  private constructor(script: ImapScript) {
    this.script = script
    this.#server = createServer((socket) => this.#serve(socket))
  }

  static async open(script: ImapScript): Promise<ScriptedImap> {
    const scripted = new ScriptedImap(script)
    scripted.#server.listen(0, '127.0.0.1')
    await once(scripted.#server, 'listening')
    return scripted
  }

  get settings(): ImapSettings {
    // A TCP server that listens has an address with a port.
    const { port } = this.#server.address() as AddressInfo
    return { host: '127.0.0.1', port, security: 'none', user: 'anna', password: 'test-secret', folder: 'INBOX' }
  }

  /** Says something that nobody asked for, such as `* 3 EXISTS`. */
  tell(line: string): void {
    for (const socket of this.#sockets) socket.write(`${line}\r\n`)
  }

  /** Breaks all connections. */
  cut(): void {
    for (const socket of this.#sockets) socket.destroy()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.cut()
    this.#server.close()
    await once(this.#server, 'close')
  }

  #serve(socket: Socket): void {
    let unread = ''
    this.#sockets.add(socket)
    socket.on('error', () => undefined).on('close', () => this.#sockets.delete(socket))
    socket.setEncoding('latin1').on('data', (text: string) => {
      const lines = (unread + text).split('\r\n')
      unread = lines.pop() ?? ''
      for (const line of lines) this.#hear(socket, line)
    })
    socket.write(`${this.script.greeting ?? '* OK ready'}\r\n`)
  }

  #hear(socket: Socket, line: string): void {
    const [, tag = '', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/u.exec(line) ?? []
    if (line !== 'DONE') this.asked.push(`${command} ${rest}`.trimEnd())
    const question = { tag: line === 'DONE' ? this.#idleTag : tag, command: line === 'DONE' ? 'DONE' : command, rest }
    if (command === 'IDLE') this.#idleTag = tag
    const answer = this.script.answer?.(question) ?? this.#usual(question)
    if (answer === 'drop') socket.destroy()
    else if (answer !== 'hang') socket.write(Buffer.from(answer.map((one) => `${one}\r\n`).join(''), 'latin1'))
  }

  #usual({ tag, command, rest }: Question): readonly string[] | 'drop' | 'hang' {
    const { mails } = this.script
    const uidValidity = 'uidValidity' in this.script ? this.script.uidValidity : 7
    switch (command) {
      case 'CAPABILITY':
        return [`* CAPABILITY ${this.script.capability ?? 'IMAP4rev1 IDLE'}`, `${tag} OK done`]
      case 'LIST':
        return ['* LIST () "/" INBOX', `${tag} OK done`]
      case 'EXAMINE':
        return [
          `* ${mails.size} EXISTS`,
          ...(uidValidity === undefined ? [] : [`* OK [UIDVALIDITY ${uidValidity}] valid`]),
          ...(this.#uidNext === undefined ? [] : [`* OK [UIDNEXT ${this.#uidNext}] next`]),
          `${tag} OK [READ-ONLY] done`,
        ]
      case 'IDLE':
        return ['+ idling']
      case 'UID FETCH':
        return [...fetchRows(mails, rest), `${tag} OK done`]
      default:
        return [`${tag} OK done`]
    }
  }

  get #uidNext(): number | undefined {
    if ('uidNext' in this.script) return this.script.uidNext
    return Math.max(0, ...this.script.mails.keys()) + 1
  }
}

/** Rows as `UID FETCH` wants them, in the folder's order: listed, whole or as header. */
export function fetchRows(mails: ReadonlyMap<number, ScriptedMail>, rest: string): readonly string[] {
  const [set = ''] = rest.split(' ')
  return [...mails.entries()]
    .map(([uid, mail], at) => ({ uid, mail, sequence: at + 1 }))
    .filter(({ uid }) => isInSet(uid, set))
    .map(({ uid, mail, sequence }) => `* ${sequence} FETCH (UID ${uid} ${items(mail, rest)})`)
}

function items({ text, sizeBytes }: ScriptedMail, rest: string): string {
  const size = sizeBytes ?? Buffer.byteLength(text)
  if (rest.includes('RFC822.SIZE')) return `RFC822.SIZE ${size} INTERNALDATE "24-Nov-2026 09:00:00 +0000"`
  const partial = /BODY\.PEEK\[(HEADER)?\]<(\d+)\.(\d+)>/u.exec(rest)
  if (partial === null) return 'FLAGS ()'
  const [, section = '', from, most] = partial
  const whole = section === '' ? text : `${text.split('\r\n\r\n')[0]}\r\n\r\n`
  const part = whole.slice(Number(from), Number(from) + Number(most))
  return `BODY[${section}]<${from}> {${Buffer.byteLength(part, 'latin1')}}\r\n${part}`
}

function isInSet(uid: number, set: string): boolean {
  return set.split(',').some((range) => {
    const [first, last] = range.split(':')
    return uid >= Number(first) && uid <= Number(last ?? first)
  })
}
