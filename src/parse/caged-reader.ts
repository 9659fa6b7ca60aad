import { type ChildProcess, spawn } from 'node:child_process'
import { Duplex } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { Fault } from '../base/fault.ts'
import type { DkimKeys } from './dkim-keys.ts'
import type { WorkerAnswer } from './mail-worker.ts'
import type { ParsedMail, UnreadableReason } from './parsed-mail.ts'
import { Channel, CHANNEL_FD } from './worker/channel.ts'
import type { Frame } from './worker/frame.ts'
import { withContents } from './worker/mail-in-frame.ts'
import { watchWorker, type WorkerLimits } from './worker/watch.ts'

/** A mail to read, the keys of its signers, and the time. */
export interface ReadTask {
  readonly bytes: Uint8Array
  readonly keys: DkimKeys
  readonly now: Date
}

/** What became of it. */
export type ReadAnswer =
  | { readonly kind: 'read'; readonly mail: ParsedMail }
  | { readonly kind: 'unreadable'; readonly reason: UnreadableReason }

/** How long a worker may take to load its modules, on a slow and busy machine. */
const START_TIMEOUT_MS = 30_000

/** Beside `.ts` in a clone and beside `.js` in the package. */
const WORKER_FILE = new URL(import.meta.url.endsWith('.ts') ? './mail-worker.ts' : './mail-worker.js', import.meta.url)

/**
 * One child process that reads one mail at a time. Once killed or crashed it is done for, and `isAlive` is false. It is a
 * process and not a thread, since V8 aborts the whole process when a thread asks for much memory at once.
 */
export class CagedReader implements AsyncDisposable {
  readonly #limits: WorkerLimits
  readonly #child: ChildProcess
  readonly #channel: Channel
  readonly #ended: Promise<undefined>
  #isAlive = true

  private constructor(limits: WorkerLimits) {
    this.#limits = limits
    this.#child = startWorker(limits)
    const stream = this.#child.stdio[CHANNEL_FD]
    if (!(stream instanceof Duplex)) throw new Fault('bug', { detail: 'the mail worker has no channel' })
    this.#channel = new Channel(stream, () => this.#child.kill('SIGKILL'))
    const { promise, resolve } = Promise.withResolvers<undefined>()
    const end = (): void => {
      this.#isAlive = false
      resolve(undefined)
    }
    this.#child.on('error', end).on('exit', end)
    this.#ended = promise
  }

  get isAlive(): boolean {
    return this.#isAlive
  }

  /** Starts a worker. Fault `bug` when it does not come up: that says nothing of any mail. */
  static async start(limits: WorkerLimits): Promise<CagedReader> {
    const reader = new CagedReader(limits)
    const late = Promise.withResolvers<undefined>()
    const timer = setTimeout(() => late.resolve(undefined), START_TIMEOUT_MS)
    const said = await reader.#nextFrame(late.promise)
    clearTimeout(timer)
    if (!said) throw new Fault('bug', { detail: 'the mail worker does not start' })
    return reader
  }

  /** Reads one mail. A worker that runs out of time or memory is ended, and the mail is `too-complex`. */
  async read({ bytes, keys, now }: ReadTask): Promise<ReadAnswer> {
    const watch = watchWorker(this.#child.pid, this.#limits)
    const said = this.#nextFrame(watch.overspent)
    this.#channel.send({ keys, now }, [bytes])
    const frame = await said
    watch.end()
    if (!frame) return { kind: 'unreadable', reason: 'too-complex' }
    const word = frame.value as WorkerAnswer // proof: our own child, which says nothing else once it is up
    if (word.kind === 'read') return { kind: 'read', mail: withContents(word.mail, frame.bytes) }
    return { kind: 'unreadable', reason: word.reason }
  }

  /** Kills the worker and waits until it is gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isAlive = false
    this.#child.kill('SIGKILL')
    await this.#ended
    this.#channel.close()
  }

  /** The worker's next word; nothing when it ends before, or when `giveUp` resolves, and then it is ended. */
  async #nextFrame(giveUp: Promise<undefined>): Promise<Frame | undefined> {
    const { promise, resolve } = Promise.withResolvers<Frame>()
    this.#channel.listen(resolve)
    const said = await Promise.race([promise, this.#ended, giveUp])
    if (!said) await this[Symbol.asyncDispose]()
    return said
  }
}

/** Its own flags alone: no files written, no child of its own, and a heap of half its memory, since buffers are no heap. */
function startWorker({ memoryMb }: WorkerLimits): ChildProcess {
  const heapMb = Math.ceil(memoryMb / 2)
  return spawn(
    process.execPath,
    [
      '--permission',
      '--allow-fs-read=*',
      `--max-old-space-size=${heapMb}`,
      '--max-semi-space-size=2',
      fileURLToPath(WORKER_FILE),
    ],
    { env: {}, stdio: ['ignore', 'ignore', 'ignore', 'pipe'] },
  )
}
