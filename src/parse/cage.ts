import { webcrypto } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hex } from '../base/bytes.ts'
import { type Clock, systemClock } from '../base/clock.ts'
import { Fault } from '../base/fault.ts'
import { CagedReader, type CagedReaderOptions } from './caged-reader.ts'
import type { DkimKeys } from './dkim-keys.ts'
import { headerExtract } from './header-extract.ts'
import type { ParseOutcome, UnreadableReason } from './parsed-mail.ts'
import { preScan } from './pre-scan.ts'
import { Slots } from './slots.ts'

/** How many mails are read at once, and what one mail may cost. */
export interface CageOptions {
  /** Workers that read at the same time. (Default: one a core, at least 2) */
  readonly workers?: number
  /** Milliseconds one mail may take before its worker is killed. (Default: 5,000) */
  readonly timeoutMs?: number
  /** Megabytes of heap a worker may use before it is killed. (Default: 256) */
  readonly memoryMb?: number
  /** What time it is when a signature is checked, since it may have expired. */
  readonly clock?: Clock
}

/** Where mails are read: outside this thread, with limits that kill. */
export interface Cage extends AsyncDisposable {
  /**
   * Reads one mail and checks its signatures with these keys (Default: none); waits for a free worker. A mail that breaks a limit, crashes its worker or is no mail is an
   * outcome; the next mail is read as usual. Rejects with Fault `bug` when no worker can be started or the cage is
   * closed: then nothing is known of the mail, and it must be offered again.
   */
  parse(bytes: Uint8Array, keys?: DkimKeys): Promise<ParseOutcome>
}

/** Opens a cage; its workers start with the first mails. Closing it waits for the mails it was given. */
export function openCage(options: CageOptions = {}): Cage {
  const {
    workers = Math.max(2, availableParallelism()),
    timeoutMs = 5_000,
    memoryMb = 256,
    clock = systemClock,
  } = options
  return new WorkerCage({ workers, limits: { timeoutMs, memoryMb }, clock })
}

const NO_KEYS: DkimKeys = new Map()

class WorkerCage implements Cage {
  readonly #slots: Slots
  readonly #limits: CagedReaderOptions
  readonly #idle: CagedReader[] = []
  readonly #clock: Clock
  #isClosed = false

  constructor(options: { workers: number; limits: CagedReaderOptions; clock: Clock }) {
    this.#slots = new Slots(options.workers)
    this.#limits = options.limits
    this.#clock = options.clock
  }

  async parse(bytes: Uint8Array, keys: DkimKeys = NO_KEYS): Promise<ParseOutcome> {
    if (this.#isClosed) throw new Fault('bug', { detail: 'the cage is closed' })
    const scan = preScan(bytes)
    if (!scan.ok) return unreadable(scan.reason, bytes)
    await this.#slots.take()
    try {
      const reader = this.#idleReader() ?? (await CagedReader.start(this.#limits))
      const answer = await reader.read({ bytes, keys, now: this.#clock.now() })
      if (reader.isAlive) this.#idle.push(reader)
      return answer.kind === 'read' ? { ok: true, mail: answer.mail } : await unreadable(answer.reason, bytes)
    } finally {
      this.#slots.give()
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isClosed) return
    this.#isClosed = true
    await this.#slots.takeAll()
    await Promise.all(this.#idle.map((reader) => reader[Symbol.asyncDispose]()))
  }

  #idleReader(): CagedReader | undefined {
    let reader = this.#idle.pop()
    while (reader && !reader.isAlive) reader = this.#idle.pop()
    return reader
  }
}

async function unreadable(reason: UnreadableReason, bytes: Uint8Array): Promise<ParseOutcome> {
  // Hashed by a thread of the runtime's pool, so that 25 MB hold up nobody.
  const digest = hex(new Uint8Array(await webcrypto.subtle.digest('SHA-256', bytes.slice())))
  return { ok: false, reason, headers: headerExtract(bytes), digest }
}
