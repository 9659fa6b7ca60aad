import { type ChildProcess, fork } from 'node:child_process'
import { Fault } from '../base/fault.ts'
import type { ReadAnswer, ReadTask, WorkerAnswer } from './mail-worker.ts'

export interface CagedReaderOptions {
  readonly timeoutMs: number
  readonly memoryMb: number
}

/** How long a worker may take to load its modules, on a slow and busy machine. */
const START_TIMEOUT_MS = 30_000

/** Beside `.ts` in a clone and beside `.js` in the package. */
const WORKER_FILE = new URL(import.meta.url.endsWith('.ts') ? './mail-worker.ts' : './mail-worker.js', import.meta.url)

/**
 * One child process that reads one mail at a time. Once killed or crashed it is done for, and `isAlive` is false. It is a
 * process and not a thread, since V8 aborts the whole process when a thread asks for much memory at once.
 */
export class CagedReader implements AsyncDisposable {
  readonly #child: ChildProcess
  readonly #timeoutMs: number
  readonly #ended: Promise<Error>
  #isAlive = true

  private constructor(options: CagedReaderOptions) {
    this.#timeoutMs = options.timeoutMs
    this.#child = fork(WORKER_FILE, {
      env: {},
      // Its own flags alone: no files written, no child of its own, no heap beyond the limit.
      execArgv: ['--permission', '--allow-fs-read=*', `--max-old-space-size=${options.memoryMb}`],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    const { promise, resolve } = Promise.withResolvers<Error>()
    const end = (error: Error) => {
      this.#isAlive = false
      resolve(error)
    }
    this.#child.on('error', end).on('exit', () => end(new Error('the worker ended')))
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
  async read(task: ReadTask): Promise<ReadAnswer> {
    const said = this.#nextAnswer(this.#timeoutMs)
    // A worker that is gone cannot be written to; that it ended is what `said` then tells.
    this.#child.send(task, () => undefined)
    const answer = await said
    return answer instanceof Error || answer.kind === 'ready' ? { kind: 'unreadable', reason: 'too-complex' } : answer
  }

  /** Kills the worker and waits until it is gone. */
  async [Symbol.asyncDispose](): Promise<void> {
    this.#isAlive = false
    this.#child.kill('SIGKILL')
    await this.#ended
  }

  /** The worker's next word, or why there will be none; then the worker is ended. Never rejects. */
  async #nextAnswer(timeoutMs: number): Promise<WorkerAnswer | Error> {
    const { promise, resolve } = Promise.withResolvers<WorkerAnswer | Error>()
    const timer = setTimeout(() => resolve(new Error('the worker is out of time')), timeoutMs)
    this.#child.once('message', resolve)
    const said = await Promise.race([promise, this.#ended])
    clearTimeout(timer)
    this.#child.off('message', resolve)
    if (said instanceof Error) await this[Symbol.asyncDispose]()
    return said
  }
}
