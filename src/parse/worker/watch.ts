import { type Usage, usageOf } from './usage.ts'

/** What one mail may cost its worker. */
export interface WorkerLimits {
  /** Milliseconds of processor time. */
  readonly cpuMs: number
  /** Megabytes the whole process may hold. */
  readonly memoryMb: number
}

/** How often a worker at work is looked at. Most mails are read before the first look. */
const LOOK_EVERY_MS = 25

/** On a busy machine a worker waits for its turn; it may wait so many times as long as it may work. */
export const WAIT_FACTOR = 6

const MB = 1024 * 1024
/** Memory grows between two looks, so a worker is ended before it holds all it may. */
const ENDED_AT = 0.9

/** Somebody who watches a worker at work on one mail. */
export interface Watch {
  /** Resolves once the worker has used more than it may; never, when it was called off before. */
  readonly overspent: Promise<undefined>
  /** Calls the watch off. */
  end(): void
}

/**
 * Watches a process at work on one mail. Where the system does not tell what a process uses, time by the clock counts as
 * work, and memory is bounded by the heap alone.
 */
export function watchWorker(pid: number | undefined, limits: WorkerLimits): Watch {
  const { promise, resolve } = Promise.withResolvers<undefined>()
  let cpuBefore: number | undefined
  let waitedMs = 0
  let hasEnded = false
  // A timer and no signal: nearly every mail ends before the first look, and a timer is called off for nothing.
  let timer = setTimeout(look, LOOK_EVERY_MS)

  function look(): void {
    waitedMs += LOOK_EVERY_MS
    void usageNow(pid).then(judge)
  }

  function judge(usage: Usage | undefined): void {
    if (hasEnded) return
    cpuBefore ??= usage?.cpuMs
    const cpuMs = usage && cpuBefore !== undefined ? usage.cpuMs - cpuBefore : waitedMs
    const isOver = cpuMs >= limits.cpuMs || waitedMs >= limits.cpuMs * WAIT_FACTOR
    if (isOver || (usage && usage.rssBytes > limits.memoryMb * ENDED_AT * MB)) resolve(undefined)
    else timer = setTimeout(look, LOOK_EVERY_MS)
  }

  return {
    overspent: promise,
    end() {
      hasEnded = true
      clearTimeout(timer)
    },
  }
}

async function usageNow(pid: number | undefined): Promise<Usage | undefined> {
  return pid === undefined ? undefined : usageOf(pid)
}
