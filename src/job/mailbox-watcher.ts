import { setTimeout as delay } from 'node:timers/promises'

import { after, MINUTE_MS, SECOND_MS } from '../base/clock.ts'
import { Fault, type FaultCode } from '../base/fault.ts'
import type { ImapBatch } from '../channel/mail/imap/batch.ts'
import type { ImapSettings } from '../channel/mail/imap/settings.ts'
import { watchImap } from '../channel/mail/imap/watch.ts'
import type { MailboxProblem } from '../flow/mailbox/mailbox-problem.ts'
import { openSource, readWatched } from '../flow/mailbox/open-source.ts'
import { comingFromImap } from '../flow/receive/coming-from-imap.ts'
import type { ReceiveMailParts } from '../flow/receive/read-coming.ts'
import { receiveMails } from '../flow/receive/receive-mails.ts'
import type { MailboxPosition } from '../model/mailbox-source.ts'
import { MAIL_MAX_BYTES } from '../parse/pre-scan.ts'
import type { Slots } from '../parse/slots.ts'
import type { MailboxLeases } from '../store/mailbox-lease.ts'
import type { WatchedSource } from '../store/mailbox-source.ts'
import { WatchNotes } from './watch-notes.ts'

/** What all watchers share. */
export interface WatcherParts extends ReceiveMailParts {
  /** Watchers that connect for the first time, so that a start does not open all connections at once. */
  readonly connecting: Slots
  /** Batches that are being taken, so that many full mailboxes do not keep the desk from people. */
  readonly taking: Slots
  /** Which mailboxes this process fetches, and no other. */
  readonly leases: MailboxLeases
  readonly failed: (error: unknown) => void
}

/** After a session that ended by itself, since somebody else moved the position. */
const AGAIN_AFTER_MS = SECOND_MS
/** How soon a mailbox is fetched here when the process that fetched it died. */
const ELSEWHERE_AGAIN_MS = 10 * SECOND_MS
/** After an error on this side of the wire, such as a database that does not answer. */
const AFTER_ERROR_MS = 10 * SECOND_MS
/** What people have to mend begins anew as soon as they did; this is for a key file that was put back. */
const AFTER_FAULT_MS = 5 * MINUTE_MS

/** How faults that end a watcher before it connects are shown with the mailbox. */
const PROBLEMS: Readonly<Partial<Record<FaultCode, MailboxProblem>>> = {
  'seal.open-failed': 'login-unreadable',
  'seal.key-missing': 'login-unreadable',
  'config.invalid': 'not-safe',
}

/** Fetches one mailbox until its source is another or the watcher is stopped. Whatever fails, fails this one alone. */
export class MailboxWatcher implements AsyncDisposable {
  readonly watched: WatchedSource
  readonly #parts: WatcherParts
  readonly #notes: WatchNotes
  readonly #stopping = new AbortController()
  readonly #life: Promise<void>

  /** Begins when `begin` resolves, which is when the watcher before it is gone. */
  constructor(parts: WatcherParts, watched: WatchedSource, begin: Promise<void>) {
    this.#parts = parts
    this.watched = watched
    this.#notes = new WatchNotes(parts, watched, parts.failed)
    this.#life = begin.then(() => this.#live())
  }

  /** Says again how it fares. */
  repeat(): void {
    if (!this.#stopping.signal.aborted) this.#notes.repeat()
  }

  /** Stops it and waits for the mails it is taking. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort()
    await this.#life
    await this.#notes.written()
  }

  async #live(): Promise<void> {
    const { signal } = this.#stopping
    while (!signal.aborted) {
      const waitMs = await this.#once().catch((error: unknown) => this.#fail(error))
      if (waitMs === undefined) return
      await delay(waitMs, undefined, { signal }).catch(() => undefined)
    }
  }

  /** Fetches as long as this process may; how long to wait until it asks again, or nothing when the source is gone. */
  async #once(): Promise<number | undefined> {
    const { leases } = this.#parts
    const { mailboxId } = this.watched
    if (!(await leases.take(mailboxId))) return ELSEWHERE_AGAIN_MS
    try {
      return await this.#fetch()
    } finally {
      await leases.give(mailboxId)
    }
  }

  async #fetch(): Promise<number | undefined> {
    const settings = await openSource(this.#parts, this.watched)
    if (!settings) return undefined
    await this.#parts.connecting.take()
    const place = new Place(this.#parts.connecting)
    try {
      await this.#watch(settings, place)
    } finally {
      place.give()
    }
    return AGAIN_AFTER_MS
  }

  async #watch(settings: ImapSettings, place: Place): Promise<void> {
    const { clock, random, failed } = this.#parts
    const session = new Session(this.#parts, this.watched)
    await watchImap({
      settings,
      clock,
      random,
      maxBytes: MAIL_MAX_BYTES,
      signal: AbortSignal.any([this.#stopping.signal, session.ended]),
      position: () => session.position(),
      take: (batch) => session.take(batch),
      told: (state) => {
        if (state.state !== 'connecting') place.give()
        this.#notes.hear(state)
      },
      onError: failed,
    })
    await session.drained()
  }

  #fail(error: unknown): number {
    const { clock, failed } = this.#parts
    failed(error)
    const problem = error instanceof Fault ? PROBLEMS[error.code] : undefined
    if (!problem) return AFTER_ERROR_MS
    this.#notes.tell({ state: 'failing', problem, retryAt: after(clock.now(), AFTER_FAULT_MS), behind: 0 })
    return AFTER_FAULT_MS
  }
}

/** A place among those who connect, given back once. */
class Place {
  readonly #slots: Slots
  #isMine = true

  constructor(slots: Slots) {
    this.#slots = slots
  }

  give(): void {
    if (this.#isMine) this.#slots.give()
    this.#isMine = false
  }
}

/** Joins a watched mailbox with the flow that takes its mails, and knows from which position the next are. */
class Session {
  readonly #parts: WatcherParts
  readonly #watched: WatchedSource
  readonly #ending = new AbortController()
  #position: MailboxPosition | undefined
  #taking: Promise<void> = Promise.resolve()

  constructor(parts: WatcherParts, watched: WatchedSource) {
    this.#parts = parts
    this.#watched = watched
  }

  /** Aborted when the mailbox must be looked at anew. */
  get ended(): AbortSignal {
    return this.#ending.signal
  }

  async position(): Promise<MailboxPosition | undefined> {
    const read = await readWatched(this.#parts, this.#watched)
    if (!read) return this.#end()
    this.#position = read.position
    return read.position
  }

  async take(batch: ImapBatch): Promise<void> {
    const taking = this.#take(batch)
    this.#taking = taking.catch(() => undefined)
    await taking
  }

  /** Resolves when no mails are being taken, also those nobody waits for any more. */
  async drained(): Promise<void> {
    await this.#taking
  }

  async #take({ uidValidity, lastUid, mails }: ImapBatch): Promise<void> {
    const parts = this.#parts
    await parts.taking.take()
    try {
      // Read for each batch, so that what people change of the mailbox holds for its next mails.
      const read = await readWatched(parts, this.#watched)
      if (!read) return this.#end()
      const move = { from: this.#position, to: { uidValidity, lastUid } }
      const coming = mails.map((mail) => comingFromImap(mail, { uidValidity, now: parts.clock.now() }))
      const outcome = await receiveMails(parts, read.mailbox, { mails: coming, move })
      if (outcome.kind !== 'taken') return this.#end()
      this.#position = move.to
    } finally {
      parts.taking.give()
    }
  }

  #end(): never {
    this.#ending.abort()
    throw this.#ending.signal.reason
  }
}
