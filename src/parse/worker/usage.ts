import { readFile } from 'node:fs/promises'

/** What a process uses. */
export interface Usage {
  /** Memory it holds, all of it: heap, buffers, code. */
  readonly rssBytes: number
  /** Processor time since its start. */
  readonly cpuMs: number
}

/** Linux tells times to programs in hundredths of a second, whatever the kernel's own tick is. */
const TICK_MS = 10

/** What a process uses by the kernel's word. Undefined for one that is gone, and where there is no `/proc`. */
export async function usageOf(pid: number): Promise<Usage | undefined> {
  try {
    const [status, stat] = await Promise.all(['status', 'stat'].map((name) => readFile(`/proc/${pid}/${name}`, 'utf8')))
    const rssKb = /^VmRSS:\s*(\d+) kB$/mu.exec(status ?? '')?.[1]
    // The name in brackets may hold blanks; behind it utime and stime are the 12th and 13th.
    const [, user, system] = /^.*\) (?:\S+ ){11}(\d+) (\d+) /su.exec(stat ?? '') ?? []
    if (rssKb === undefined) return undefined
    return { rssBytes: Number(rssKb) * 1_024, cpuMs: (Number(user) + Number(system)) * TICK_MS }
  } catch {
    // Not there: gone, or a system that has no such files. Both mean that nothing is known.
    return undefined
  }
}
