import { Fault } from '../base/fault.ts'
import { CagedReader, type CagedReaderOptions } from './caged-reader.ts'
import { headerExtract } from './header-extract.ts'
import type { ParseOutcome, UnreadableReason } from './parsed-mail.ts'
import { preScan } from './pre-scan.ts'
import { Slots } from './slots.ts'

/** How many mails are read at once, and what one mail may cost. */
export interface CageOptions {
  /** Workers that read at the same time. (Default: 2) */
  readonly workers?: number
  /** Milliseconds one mail may take before its worker is killed. (Default: 5,000) */
  readonly timeoutMs?: number
  /** Megabytes of heap a worker may use before it is killed. (Default: 256) */
  readonly memoryMb?: number
}

/** Where mails are read: outside this thread, with limits that kill. */
export interface Cage extends AsyncDisposable {
  /**
   * Reads one mail; waits for a free worker. A mail that breaks a limit, crashes its worker or is no mail is an
   * outcome; the next mail is read as usual. Rejects with Fault `bug` when no worker can be started or the cage is
   * closed: then nothing is known of the mail, and it must be offered again.
   */
  parse(bytes: Uint8Array): Promise<ParseOutcome>
}

/** Opens a cage; its workers start with the first mails. Closing it waits for the mails it was given. */
export function openCage({ workers = 2, timeoutMs = 5_000, memoryMb = 256 }: CageOptions = {}): Cage {
  return new WorkerCage(workers, { timeoutMs, memoryMb })
}

class WorkerCage implements Cage {
  readonly #slots: Slots
  readonly #limits: CagedReaderOptions
  readonly #idle: CagedReader[] = []
  #isClosed = false

  constructor(workers: number, limits: CagedReaderOptions) {
    this.#slots = new Slots(workers)
    this.#limits = limits
  }

  async parse(bytes: Uint8Array): Promise<ParseOutcome> {
    if (this.#isClosed) throw new Fault('bug', { detail: 'the cage is closed' })
    const scan = preScan(bytes)
    if (!scan.ok) return unreadable(scan.reason, bytes)
    await this.#slots.take()
    try {
      const reader = this.#idleReader() ?? (await CagedReader.start(this.#limits))
      const answer = await reader.read(bytes)
      if (reader.isAlive) this.#idle.push(reader)
      return answer.kind === 'read' ? { ok: true, mail: answer.mail } : unreadable(answer.reason, bytes)
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

function unreadable(reason: UnreadableReason, bytes: Uint8Array): ParseOutcome {
  return { ok: false, reason, headers: headerExtract(bytes) }
}
