import { SMTPServer, type SMTPServerDataStream, type SMTPServerSession } from 'smtp-server'
import { SECOND_MS } from '../../base/clock.ts'
import { Fault } from '../../base/fault.ts'
import { oneLine } from '../../base/text.ts'
import { collectMail } from './collect.ts'
import { isLoopback } from './loopback.ts'
import { SmtpRefusal, tryLater } from './smtp-refusal.ts'

/** One mail as it came in at the door, for one recipient (lower case). */
export interface DoorMail {
  readonly recipient: string
  readonly bytes: Uint8Array
}

/** What became of a mail. `stored` alone is answered with 250: from then on it is ours. */
export type DoorAnswer =
  | { readonly kind: 'stored' }
  | { readonly kind: 'refused'; readonly code: 550 | 552; readonly sentence: string }
  | { readonly kind: 'try-later' }

export interface DoorOptions {
  /** Address to listen on. Anything but loopback needs `tls`. */
  readonly host: string
  /** 0 takes a free port. */
  readonly port: number
  readonly protocol: 'smtp' | 'lmtp'
  /** Largest mail taken, in bytes. */
  readonly maxBytes: number
  /** PEM key and certificate; with it, no mail is taken before STARTTLS. */
  readonly tls?: { readonly key: string; readonly cert: string }
  /** Whether mail for this address (lower case) is taken. Called before the mail is sent. */
  isKnown(address: string): Promise<boolean>
  /** Stores the mail. Whatever it throws is answered with 451, so that the sender keeps the mail and comes again. */
  receive(mail: DoorMail): Promise<DoorAnswer>
  /** Told of each error that was answered with 451. */
  onError?(error: unknown): void
}

export interface Door extends AsyncDisposable {
  readonly host: string
  readonly port: number
}

export const DOOR_LIMITS = {
  /** Open at the same time, each with at most one mail in memory; the next is answered with 421. */
  connections: 20,
  idleMs: 60 * SECOND_MS,
  /** One, so that one answer tells of one mail; the next is answered with 452 and its sender begins anew. */
  recipients: 1,
  /** How long closing waits for mails being handed in, before it ends their connections. */
  drainMs: 10 * SECOND_MS,
} as const

/**
 * Opens the door at which other mail servers hand in buyers' mails. Fault `config.invalid` when it would listen beyond
 * loopback without TLS, or cannot listen. Closing it takes no new mail and waits for those being handed in.
 */
export async function openDoor(options: DoorOptions): Promise<Door> {
  if (!options.tls && !isLoopback(options.host))
    throw new Fault('config.invalid', { detail: 'a mail door beyond loopback needs a TLS key and certificate' })
  const door = new SmtpDoor(options)
  await door.listen()
  return door
}

class SmtpDoor implements Door {
  readonly #options: DoorOptions
  readonly #server: SMTPServer
  readonly #beingHandedIn = new Set<Promise<void>>()
  #isClosing = false
  #port = 0

  constructor(options: DoorOptions) {
    this.#options = options
    this.#server = new SMTPServer({
      ...(options.tls ? { ...options.tls, minVersion: 'TLSv1.2' } : { hideSTARTTLS: true }),
      disabledCommands: options.tls ? ['AUTH'] : ['AUTH', 'STARTTLS'],
      lmtp: options.protocol === 'lmtp',
      size: options.maxBytes,
      banner: 'Safereply',
      logger: false,
      // No look-up of who connects: it would ask the network about every sender.
      disableReverseLookup: true,
      maxClients: DOOR_LIMITS.connections,
      maxRecipients: DOOR_LIMITS.recipients,
      socketTimeout: DOOR_LIMITS.idleMs,
      closeTimeout: DOOR_LIMITS.drainMs,
      onMailFrom: (_sender, session, done) => done(this.#refuseSender(session)),
      onRcptTo: ({ address }, _session, done) => void this.#answerRecipient(address).then(done),
      onData: (stream, session, done) => this.#track(this.#answerMail(stream, session).then(done)),
    })
    // A connection that breaks is its sender's to repeat; without a listener it would end the process.
    this.#server.on('error', () => undefined)
  }

  get host(): string {
    return this.#options.host
  }

  get port(): number {
    return this.#port
  }

  async listen(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    const onError = (cause: Error) =>
      reject(
        new Fault('config.invalid', {
          detail: `the mail door cannot listen on ${this.#options.host}:${this.#options.port}: choose another port`,
          cause,
        }),
      )
    this.#server.once('error', onError)
    this.#server.listen(this.#options.port, this.#options.host, resolve)
    await promise
    this.#server.off('error', onError)
    const address = this.#server.server.address()
    if (address !== null && typeof address === 'object') this.#port = address.port
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isClosing) return
    this.#isClosing = true
    const closed = new Promise<void>((resolve) => this.#server.close(resolve))
    await Promise.race([closed, Promise.all(this.#beingHandedIn)])
    for (const connection of this.#server.connections) connection.close()
    await closed
  }

  #refuseSender(session: SMTPServerSession): SmtpRefusal | undefined {
    if (this.#isClosing) return new SmtpRefusal(421, 'The mail door is closing')
    if (this.#options.tls && !session.secure) return new SmtpRefusal(530, 'Send STARTTLS first')
    return undefined
  }

  async #answerRecipient(address: string): Promise<SmtpRefusal | undefined> {
    try {
      const isKnown = await this.#options.isKnown(address.toLowerCase())
      return isKnown ? undefined : new SmtpRefusal(550, 'No such mailbox here')
    } catch (error) {
      this.#options.onError?.(error)
      return tryLater()
    }
  }

  async #answerMail(stream: SMTPServerDataStream, session: SMTPServerSession): Promise<SmtpRefusal | undefined> {
    const mail = await collectMail(stream, this.#options.maxBytes)
    if (mail === 'broken-off') return tryLater()
    if (mail === 'too-large') return new SmtpRefusal(552, `The mail is larger than ${this.#options.maxBytes} bytes`)
    const recipient = session.envelope.rcptTo[0]?.address.toLowerCase() ?? ''
    try {
      return asRefusal(await this.#options.receive({ recipient, bytes: mail }))
    } catch (error) {
      this.#options.onError?.(error)
      return tryLater()
    }
  }

  #track(work: Promise<void>): void {
    const tracked = work.finally(() => this.#beingHandedIn.delete(tracked))
    this.#beingHandedIn.add(tracked)
  }
}

function asRefusal(answer: DoorAnswer): SmtpRefusal | undefined {
  switch (answer.kind) {
    case 'stored':
      return undefined
    case 'refused':
      return new SmtpRefusal(answer.code, oneLine(answer.sentence))
    case 'try-later':
      return tryLater()
  }
}
