import type { ImapFlow } from 'imapflow'
import { connectImap, type ConnectOptions } from './connect.ts'
import { ImapFailure, isRefusal } from './failure.ts'
import { fetchMails } from './fetch.ts'
import { asDate, listMails } from './list.ts'
import { LARGEST_UID, type ImapMail, type ListedMail } from './mail.ts'
import { waitForNews } from './news.ts'
import { IMAP_LIMITS, type ImapSettings } from './settings.ts'

/**
 * One connection with one folder, opened read-only: nothing it does sets or clears a flag. Every call rejects with
 * `ImapFailure` when the session has failed, and with the signal's reason once that is aborted. One call at a time: a
 * fetch is ended, or read to its end, before the next call.
 */
export interface ImapSession extends AsyncDisposable {
  /** As of the last look. When it changes, all UIDs known before are worth nothing. */
  readonly uidValidity: number
  /** The UID the next mail will have at least; undefined when the server does not tell. As of the last look. */
  readonly uidNext: number | undefined
  /** How many mails the folder has, as of the last look or the server's last word. */
  readonly messages: number
  /** Whether the server tells of new mail by itself. */
  readonly canIdle: boolean
  /** Looks again at the folder. Flags stay as they are, `\Recent` too. */
  look(): Promise<void>
  /** The mails whose UID is in [from, to], ascending. All in memory: ask in windows. */
  listUids(from: number, to: number): Promise<readonly ListedMail[]>
  /**
   * Hands over these mails in the server's order, as fast as the loop takes them: while it does not, the server waits.
   * A mail above `maxBytes` comes as its header. Mails removed meanwhile do not come; when one is still listed and does
   * not come, the session has failed (`protocol`).
   */
  fetch(mails: readonly ListedMail[], options: { readonly maxBytes: number }): AsyncIterable<ImapMail>
  /** When the newest mail arrived; undefined for an empty folder. */
  newestAt(): Promise<Date | undefined>
  /** Resolves when the server tells of new mail, also of such as came since the last look, or when the time is over. */
  waitForNews(options: { readonly atMostMs: number }): Promise<void>
}

/**
 * Connects, logs in and opens the folder read-only. Rejects with `ImapFailure`, with Fault `config.invalid` when the
 * settings are not safe, or with the signal's reason. While it is open, an abort cuts the connection at once.
 */
export async function openImap(settings: ImapSettings, options: ConnectOptions): Promise<ImapSession> {
  const client = await connectImap(settings, options)
  const session = new OpenFolder(client, { folder: settings.folder, signal: options.signal })
  try {
    await session.look()
    await session.hold()
    return session
  } catch (error) {
    await session[Symbol.asyncDispose]()
    throw error
  }
}

class OpenFolder implements ImapSession {
  readonly #client: ImapFlow
  readonly #folder: string
  readonly #signal: AbortSignal
  #uidValidity = 0
  #uidNext: number | undefined
  #hasNews = false
  #broken: ImapFailure | undefined

  constructor(client: ImapFlow, { folder, signal }: { readonly folder: string; readonly signal: AbortSignal }) {
    this.#client = client
    this.#folder = folder
    this.#signal = signal
    client.on('error', (error) => (this.#broken ??= ImapFailure.of(error)))
    client.on('exists', ({ count, prevCount }) => {
      if (count > prevCount) this.#hasNews = true
    })
  }

  get uidValidity(): number {
    return this.#uidValidity
  }

  get uidNext(): number | undefined {
    return this.#uidNext
  }

  get messages(): number {
    const { mailbox } = this.#client
    return mailbox === false ? 0 : mailbox.exists
  }

  get canIdle(): boolean {
    return this.#client.capabilities.has('IDLE')
  }

  look(): Promise<void> {
    return this.#ask(async () => {
      // What is told of from here on may come after this look, so it counts as news.
      this.#hasNews = false
      const { uidValidity, uidNext } = await this.#openFolder()
      const validity = Number(uidValidity)
      if (!(validity > 0 && validity <= LARGEST_UID)) throw new ImapFailure('protocol')
      this.#uidValidity = validity
      this.#uidNext = uidNext > 0 ? uidNext : undefined
    })
  }

  /**
   * Keeps the folder for good. Mails may take minutes to be stored; the library then asks whether the server is still
   * there, where it would take the silence of a folder that nobody keeps for the server's end.
   */
  hold(): Promise<void> {
    return this.#ask(async () => {
      await this.#client.getMailboxLock(this.#folder, { readOnly: true })
    })
  }

  listUids(from: number, to: number): Promise<readonly ListedMail[]> {
    return this.#ask(() => listMails(this.#client, `${from}:${to}`, (uid) => uid >= from && uid <= to))
  }

  async *fetch(mails: readonly ListedMail[], { maxBytes }: { readonly maxBytes: number }): AsyncGenerator<ImapMail> {
    try {
      yield* fetchMails(this.#client, mails, maxBytes)
    } catch (error) {
      throw this.#failure(error)
    }
  }

  newestAt(): Promise<Date | undefined> {
    return this.#ask(async () => {
      if (this.messages === 0) return undefined
      const newest = await this.#client.fetchOne('*', { internalDate: true })
      return newest === false ? undefined : asDate(newest.internalDate)
    })
  }

  waitForNews({ atMostMs }: { readonly atMostMs: number }): Promise<void> {
    return this.#ask(async () => {
      if (this.#hasNews) return
      // A connection that broke a moment ago tells of it no more.
      if (!this.#client.usable) throw new ImapFailure('dropped')
      await waitForNews(this.#client, atMostMs)
      // Ends the IDLE, and finds out whether the server is still there.
      await this.#client.noop()
      if (!this.#client.usable) throw new ImapFailure('dropped')
    })
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const cut = setTimeout(() => this.#client.close(), IMAP_LIMITS.logoutMs)
    try {
      if (this.#client.usable) await this.#client.logout()
    } catch {
      // Whoever leaves does not mind how.
    } finally {
      clearTimeout(cut)
      this.#client.close()
    }
  }

  async #openFolder() {
    if (!this.#client.usable) throw new ImapFailure('dropped')
    try {
      return await this.#client.mailboxOpen(this.#folder, { readOnly: true })
    } catch (error) {
      // A folder that exists but may not be read is refused just so, with whatever code.
      throw isRefusal(error) ? new ImapFailure('folder-missing') : ImapFailure.of(error)
    }
  }

  async #ask<T>(question: () => Promise<T>): Promise<T> {
    this.#signal.throwIfAborted()
    try {
      return await question()
    } catch (error) {
      throw this.#failure(error)
    }
  }

  #failure(error: unknown): unknown {
    if (this.#signal.aborted) return this.#signal.reason
    const failure = ImapFailure.of(error)
    // Questions under way hear of a broken connection only that it is gone; why was told before.
    return failure.problem === 'dropped' ? (this.#broken ?? failure) : failure
  }
}
