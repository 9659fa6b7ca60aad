import { setTimeout as pause } from 'node:timers/promises'
import { usageOf } from './usage.ts'

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

/**
 * Resolves once a process at work on one mail has used more than it may; when `signal` is aborted, never. Where the
 * system does not tell what a process uses, time by the clock counts as work, and memory is bounded by the heap alone.
 */
export async function overspent(
  pid: number | undefined,
  limits: WorkerLimits,
  signal: AbortSignal,
): Promise<undefined> {
  let cpuBefore: number | undefined
  let waitedMs = 0
  while (await passed(LOOK_EVERY_MS, signal)) {
    waitedMs += LOOK_EVERY_MS
    const usage = pid === undefined ? undefined : await usageOf(pid)
    cpuBefore ??= usage?.cpuMs
    const cpuMs = usage && cpuBefore !== undefined ? usage.cpuMs - cpuBefore : waitedMs
    if (cpuMs >= limits.cpuMs || waitedMs >= limits.cpuMs * WAIT_FACTOR) return undefined
    if (usage && usage.rssBytes > limits.memoryMb * ENDED_AT * MB) return undefined
  }
  return NEVER
}

const NEVER = new Promise<undefined>(() => undefined)

/** Whether a time has passed; false when it was called off. */
async function passed(ms: number, signal: AbortSignal): Promise<boolean> {
  try {
    await pause(ms, undefined, { signal, ref: false })
    return true
  } catch {
    // The only reason of a pause to end early is its signal.
    return false
  }
}
