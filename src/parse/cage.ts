import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { type Clock, systemClock } from '../base/clock.ts'
import { Fault } from '../base/fault.ts'
import { CagedReader } from './caged-reader.ts'
import type { DkimKeys } from './dkim-keys.ts'
import { headerExtract } from './header-extract.ts'
import type { ParseOutcome, UnreadableReason } from './parsed-mail.ts'
import { MAIL_MAX_BYTES } from './pre-scan.ts'
import { Slots } from './slots.ts'
import type { WorkerLimits } from './worker/watch.ts'

/** How many mails are read at once, and what one mail may cost. */
export interface CageOptions {
  /** Workers that read at the same time. (Default: one a core, at least 2) */
  readonly workers?: number
  /** Milliseconds of processor time one mail may take before its worker is killed. (Default: 5,000) */
  readonly cpuMs?: number
  /** Megabytes a worker may hold before it is killed. (Default: 256) */
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
  const { workers = Math.max(2, availableParallelism()), cpuMs = 5_000, memoryMb = 256, clock = systemClock } = options
  return new WorkerCage({ workers, limits: { cpuMs, memoryMb }, clock })
}

/** What a larger mail leaves behind in its worker would count against the next one, so that worker reads no other. */
const RETIRED_ABOVE_BYTES = 4 * 1024 * 1024

const NO_KEYS: DkimKeys = new Map()

class WorkerCage implements Cage {
  readonly #slots: Slots
  readonly #limits: WorkerLimits
  readonly #idle: CagedReader[] = []
  readonly #clock: Clock
  #isClosed = false

  constructor(options: { workers: number; limits: WorkerLimits; clock: Clock }) {
    this.#slots = new Slots(options.workers)
    this.#limits = options.limits
    this.#clock = options.clock
  }

  async parse(bytes: Uint8Array, keys: DkimKeys = NO_KEYS): Promise<ParseOutcome> {
    if (this.#isClosed) throw new Fault('bug', { detail: 'the cage is closed' })
    if (bytes.length > MAIL_MAX_BYTES) return unreadable('too-complex', bytes)
    await this.#slots.take()
    try {
      const reader = this.#idleReader() ?? (await CagedReader.start(this.#limits))
      const answer = await reader.read({ bytes, keys, now: this.#clock.now() })
      if (bytes.length > RETIRED_ABOVE_BYTES) await reader[Symbol.asyncDispose]()
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
  return { ok: false, reason, headers: headerExtract(bytes), digest: await digestOf(bytes) }
}

/** How much is hashed before others have their turn. */
const HASHED_AT_ONCE = 1024 * 1024

/** SHA-256 in pieces: 25 MB at once would hold up everybody, and the runtime's pool would first copy them here. */
async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256')
  for (let at = 0; at < bytes.length; at += HASHED_AT_ONCE) {
    hash.update(bytes.subarray(at, at + HASHED_AT_ONCE))
    await setImmediate()
  }
  return hash.digest('hex')
}
