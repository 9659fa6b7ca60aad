import { MINUTE_MS } from '../base/clock.ts'
import { listWatched } from '../flow/mailbox/list-watched.ts'
import type { ReceiveMailParts } from '../flow/receive/read-coming.ts'
import type { MailboxId } from '../model/ids.ts'
import { Slots } from '../parse/slots.ts'
import type { MailboxLeases } from '../store/mailbox-lease.ts'
import type { WatchedSource } from '../store/mailbox-source.ts'
import { MailboxWatcher, type WatcherParts } from './mailbox-watcher.ts'

export const MAILBOX_WATCH_LIMITS = {
  /** Mailboxes that connect for the first time at the same moment. */
  connecting: 8,
  /** Batches of all mailboxes that are being taken at the same moment. */
  taking: 4,
  /** How often the list of mailboxes is read anew, also when nobody told of a change. */
  lookEveryMs: MINUTE_MS,
} as const

/** The watchers of all mailboxes that are fetched. Disposing stops them and waits for the mails they are taking. */
export interface MailboxWatchers extends AsyncDisposable {
  /** Looks again which mailboxes there are; for who hears that one changed. */
  look(): void
}

/**
 * Watches every mailbox with a source, one watcher each: begun now, begun anew when its source changes, ended when it is
 * removed; one that another process fetches is left to it. `failed` is told of what went wrong here; what the mail servers do wrong stands with the mailbox.
 */
export function watchMailboxes(
  parts: ReceiveMailParts,
  options: { readonly leases: MailboxLeases; readonly failed: (error: unknown) => void },
): MailboxWatchers {
  const watchers = new Watchers({
    ...parts,
    connecting: new Slots(MAILBOX_WATCH_LIMITS.connecting),
    taking: new Slots(MAILBOX_WATCH_LIMITS.taking),
    ...options,
  })
  watchers.look()
  return watchers
}

class Watchers implements MailboxWatchers {
  readonly #parts: WatcherParts
  readonly #running = new Map<MailboxId, MailboxWatcher>()
  readonly #ending = new Set<Promise<void>>()
  readonly #timer: NodeJS.Timeout
  #looking: Promise<void> | undefined
  #isAsked = false
  #isClosed = false

  constructor(parts: WatcherParts) {
    this.#parts = parts
    this.#timer = setInterval(() => {
      for (const watcher of this.#running.values()) watcher.repeat()
      this.look()
    }, MAILBOX_WATCH_LIMITS.lookEveryMs)
  }

  look(): void {
    this.#isAsked = true
    this.#looking ??= this.#lookWhileAsked()
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isClosed = true
    clearInterval(this.#timer)
    await this.#looking
    for (const mailboxId of this.#running.keys()) void this.#stop(mailboxId)
    await Promise.all(this.#ending)
  }

  async #lookWhileAsked(): Promise<void> {
    while (this.#isAsked && !this.#isClosed) {
      this.#isAsked = false
      try {
        this.#follow(await listWatched(this.#parts))
      } catch (error) {
        this.#parts.failed(error)
      }
    }
    this.#looking = undefined
  }

  #follow(sources: readonly WatchedSource[]): void {
    if (this.#isClosed) return
    const wanted = new Map(sources.map((source) => [source.mailboxId, source]))
    for (const mailboxId of this.#running.keys()) {
      if (!wanted.has(mailboxId)) void this.#stop(mailboxId)
    }
    for (const [mailboxId, source] of wanted) {
      const running = this.#running.get(mailboxId)
      if (running && isSame(running.watched, source)) continue
      const gone = this.#stop(mailboxId)
      this.#running.set(mailboxId, new MailboxWatcher(this.#parts, source, gone))
    }
  }

  /** Resolves when the watcher of this mailbox is gone; at once when there is none. */
  async #stop(mailboxId: MailboxId): Promise<void> {
    const watcher = this.#running.get(mailboxId)
    this.#running.delete(mailboxId)
    if (!watcher) return
    const ending = watcher[Symbol.asyncDispose]().catch(this.#parts.failed)
    this.#ending.add(ending)
    await ending
    this.#ending.delete(ending)
  }
}

function isSame(one: WatchedSource, other: WatchedSource): boolean {
  return one.version === other.version && one.changedAt.getTime() === other.changedAt.getTime()
}
