import { Worker } from 'node:worker_threads'
import { Fault } from '../base/fault.ts'
import type { ReadAnswer, WorkerAnswer } from './mail-worker.ts'

export interface CagedReaderOptions {
  readonly timeoutMs: number
  readonly memoryMb: number
}

/** How long a worker may take to load its modules, on a slow and busy machine. */
const START_TIMEOUT_MS = 30_000

/** Beside `.ts` in a clone and beside `.js` in the package. */
const WORKER_FILE = new URL(import.meta.url.endsWith('.ts') ? './mail-worker.ts' : './mail-worker.js', import.meta.url)

/** One worker thread that reads one mail at a time. Once killed or crashed it is done for, and `isAlive` is false. */
export class CagedReader implements AsyncDisposable {
  readonly #worker: Worker
  readonly #timeoutMs: number
  readonly #ended: Promise<Error>
  #isAlive = true

  private constructor(options: CagedReaderOptions) {
    this.#timeoutMs = options.timeoutMs
    this.#worker = new Worker(WORKER_FILE, {
      // Nothing of our environment, and no flags of this process, such as those of a test runner.
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: options.memoryMb },
    })
    const { promise, resolve } = Promise.withResolvers<Error>()
    const end = (error: Error) => {
      this.#isAlive = false
      resolve(error)
    }
    this.#worker.on('error', end).on('exit', () => end(new Error('the worker ended')))
    this.#ended = promise
  }

  get isAlive(): boolean {
    return this.#isAlive
  }

  /** Starts a worker. Fault `bug` when it does not come up: that says nothing of any mail. */
  static async start(options: CagedReaderOptions): Promise<CagedReader> {
    const reader = new CagedReader(options)
    const said = await reader.#nextAnswer(START_TIMEOUT_MS)
    if (said instanceof Error) throw new Fault('bug', { detail: 'the mail worker does not start', cause: said })
    return reader
  }

  /** Reads one mail. A worker that runs out of time or memory is ended, and the mail is `too-complex`. */
  async read(bytes: Uint8Array): Promise<ReadAnswer> {
    const said = this.#nextAnswer(this.#timeoutMs)
    this.#worker.postMessage(bytes)
    const answer = await said
    return answer instanceof Error || answer.kind === 'ready' ? { kind: 'unreadable', reason: 'too-complex' } : answer
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isAlive = false
    await this.#worker.terminate()
  }

  /** The worker's next word, or why there will be none; then the worker is ended. Never rejects. */
  async #nextAnswer(timeoutMs: number): Promise<WorkerAnswer | Error> {
    const { promise, resolve } = Promise.withResolvers<WorkerAnswer | Error>()
    const timer = setTimeout(() => resolve(new Error('the worker is out of time')), timeoutMs)
    this.#worker.once('message', resolve)
    const said = await Promise.race([promise, this.#ended])
    clearTimeout(timer)
    this.#worker.off('message', resolve)
    if (said instanceof Error) await this[Symbol.asyncDispose]()
    return said
  }
}
