import { Readable } from 'node:stream'
import SMTPConnection, { type SMTPConnectionOptions } from 'nodemailer/lib/smtp-connection'
import type { ComposedMail } from './compose.ts'
import { isLoopback } from './loopback.ts'
import { SmtpFailure } from './smtp-failure.ts'

/** How one SMTP server is reached. */
export interface SmtpServerOptions {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS is demanded, except on loopback. (Default: false) */
  readonly secure?: boolean
  readonly user?: string
  readonly password?: string
  /**
   * Milliseconds to wait for each answer of the server. (Default: 600,000, the ten minutes of RFC 5321 4.5.3.2.6: who
   * gives up on the last answer earlier makes an `unknown` of a mail that was taken)
   */
  readonly timeoutMs?: number
  /** Name we greet the server with. (Default: the machine's) */
  readonly name?: string
}

const ANSWER_TIMEOUT_MS = 600_000
/** To connect and be greeted: nothing is at stake yet, so there is no reason to be patient. */
const CONNECT_TIMEOUT_MS = 30_000
/** A whole session ends after this many times the wait for one answer, however the server trickles. */
const SESSION_ANSWERS = 2

/** One connection to an SMTP server, greeted, encrypted where it must be, and logged in. */
export class SmtpSession implements Disposable {
  readonly #connection: SMTPConnection
  readonly #broken: Promise<never>
  readonly #timer: NodeJS.Timeout

  private constructor(options: SmtpServerOptions) {
    const timeoutMs = options.timeoutMs ?? ANSWER_TIMEOUT_MS
    this.#connection = new SMTPConnection(connectionOptions(options, timeoutMs))
    const { promise, reject } = Promise.withResolvers<never>()
    this.#broken = promise
    // Who waits for an answer hears of it through a race; while nobody waits, a lost connection is no event.
    this.#broken.catch(() => undefined)
    this.#connection.on('error', reject)
    // The library reports a last answer just after it says `end`, and that answer tells more.
    this.#connection.on('end', () => queueMicrotask(() => reject(new Error('the connection ended'))))
    this.#timer = setTimeout(() => this.#connection.close(), SESSION_ANSWERS * timeoutMs)
  }

  /** Connects and logs in. Rejects with `SmtpFailure`. */
  static async open(options: SmtpServerOptions): Promise<SmtpSession> {
    const session = new SmtpSession(options)
    try {
      await session.#answer<void>((done) => session.#connection.connect((error) => done(error ?? null)))
      const { user, password } = options
      if (user !== undefined)
        await session.#answer<void>((done) =>
          session.#connection.login({ user, pass: password ?? '' }, (error) => done(error)),
        )
      return session
    } catch (error) {
      session[Symbol.dispose]()
      throw SmtpFailure.beforeMail(error)
    }
  }

  /**
   * Hands the mail over and gives the code of the server's last answer. Rejects with `SmtpFailure`.
   *
   * The ambiguous second begins when the server has said 354: from then on the library writes the whole mail with its
   * final dot in one go, so without a last answer nobody can tell whether the server took it. The library asks the
   * stream for its first bytes at exactly that moment and not before.
   */
  async send(mail: ComposedMail): Promise<number> {
    let isDataBegun = false
    const message = new Readable({
      read() {
        isDataBegun = true
        this.push(mail.bytes)
        this.push(null)
      },
    })
    const envelope = { from: mail.envelope.from, to: [mail.envelope.to], size: mail.bytes.length }
    try {
      const info = await this.#answer<{ response: string }>((done) => this.#connection.send(envelope, message, done))
      return Number.parseInt(info.response, 10)
    } catch (error) {
      throw SmtpFailure.ofMail(error, isDataBegun)
    }
  }

  [Symbol.dispose](): void {
    clearTimeout(this.#timer)
    if (this.#connection.stage === 'connected') this.#connection.quit()
    this.#connection.close()
  }

  /** What a step calls back with, unless the connection breaks first. */
  async #answer<T>(step: (done: (error: Error | null, result: T) => void) => void): Promise<T> {
    const { promise, resolve, reject } = Promise.withResolvers<T>()
    step((error, result) => (error ? reject(error) : resolve(result)))
    return Promise.race([promise, this.#broken])
  }
}

function connectionOptions(options: SmtpServerOptions, timeoutMs: number): SMTPConnectionOptions {
  const isLocal = isLoopback(options.host)
  return {
    host: options.host,
    port: options.port,
    secure: options.secure ?? false,
    requireTLS: !isLocal,
    ignoreTLS: isLocal,
    tls: { minVersion: 'TLSv1.2' },
    connectionTimeout: Math.min(CONNECT_TIMEOUT_MS, timeoutMs),
    greetingTimeout: Math.min(CONNECT_TIMEOUT_MS, timeoutMs),
    dnsTimeout: Math.min(CONNECT_TIMEOUT_MS, timeoutMs),
    socketTimeout: timeoutMs,
    logger: false,
    ...(options.name === undefined ? {} : { name: options.name }),
  }
}
