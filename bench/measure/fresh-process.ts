import { execFile } from 'node:child_process'
import { promisify } from 'node:util'

/** What a contender cost in a process of its own. */
export interface Fresh {
  readonly startMs: number
  readonly rssMegabytes: number
  /** Milliseconds for 50 kB and for 100 kB of a hostile text; 0 without one. */
  readonly halfMs: number
  readonly wholeMs: number
}

/** Longer than this and the reader of a message would have given up. */
const TIMEOUT_MS = 10_000
const script = new URL('contender-process.ts', import.meta.url).pathname

/** Measures a contender in a fresh process, on a hostile text if one is named. Undefined when it takes over 10 seconds. */
export async function measureFresh(name: string, hostile?: string): Promise<Fresh | undefined> {
  const more = hostile === undefined ? [] : [hostile]
  try {
    const { stdout } = await promisify(execFile)(process.execPath, [script, name, ...more], { timeout: TIMEOUT_MS })
    return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Fresh // a line of our own script
  } catch (error) {
    if (error instanceof Error && 'killed' in error && error.killed === true) return undefined
    throw error
  }
}
