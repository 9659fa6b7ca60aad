import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { Cage } from '../../../src/parse/cage.ts'
import type { DkimKeys } from '../../../src/parse/dkim-keys.ts'
import { usageOf } from '../../../src/parse/worker/usage.ts'
import type { HostileMail } from './hostile-mail.ts'

/** What a mail may cost. */
export const COST_LIMITS = { cpuMs: 5_000, memoryMb: 256, longestTurnMs: 50 } as const

const LOOK_EVERY_MS = 10
const MB = 1024 * 1024

/** What one mail did. */
export interface Cost {
  readonly becomes: string
  readonly cpuMs: number
  readonly memoryMb: number
  /** The longest time for which this thread, which stands for the desk, did nothing else. */
  readonly longestTurnMs: number
}

/** Reads a mail in the cage and looks at its worker and at this thread meanwhile. */
export async function costOf(cage: Cage, mail: HostileMail, keys: DkimKeys): Promise<Cost> {
  const bytes = mail.bytes()
  const [worker] = children()
  const before = worker === undefined ? undefined : await usageOf(worker)
  const most = { cpuMs: 0, memoryMb: 0 }
  const turns = watchTurns()
  const reading = cage.parse(bytes, keys)
  for (let isRead = false; !isRead;) {
    isRead = await Promise.race([reading.then(() => true), pause(LOOK_EVERY_MS, false)])
    const usage = worker === undefined ? undefined : await usageOf(worker)
    most.cpuMs = Math.max(most.cpuMs, (usage?.cpuMs ?? 0) - (before?.cpuMs ?? 0))
    most.memoryMb = Math.max(most.memoryMb, (usage?.rssBytes ?? 0) / MB)
  }
  const outcome = await reading
  return { becomes: outcome.ok ? 'read' : outcome.reason, ...most, longestTurnMs: turns.stop() }
}

/**
 * The processor time this thread takes from one turn of its loop to the next. Not the time by the clock: that also
 * grows when another process has the processor, which says nothing of us.
 */
function watchTurns(): { stop(): number } {
  let longestMs = 0
  let before = threadMs()
  const look = (): void => {
    const now = threadMs()
    longestMs = Math.max(longestMs, now - before)
    before = now
  }
  const timer = setInterval(look, 1)
  return {
    stop() {
      clearInterval(timer)
      // What was done since the last look counts too; a mail may be refused before there was any.
      look()
      return longestMs
    },
  }
}

function threadMs(): number {
  const { user, system } = process.threadCpuUsage()
  return (user + system) / 1_000
}

/** Process ids of our children; the cage of the test has one. */
function children(): readonly number[] {
  const ids = readFileSync(`/proc/${process.pid}/task/${process.pid}/children`, 'utf8').trim()
  return ids === '' ? [] : ids.split(' ').map(Number)
}

/** What is wrong with a mail's cost, in words; empty when nothing is. */
export function complaints(mail: HostileMail, cost: Cost): readonly string[] {
  assert.ok(cost.longestTurnMs > 0, 'the turns of the loop were seen')
  const over = [
    cost.becomes === mail.becomes ? '' : `becomes ${cost.becomes}, not ${mail.becomes}`,
    cost.cpuMs <= COST_LIMITS.cpuMs ? '' : `takes ${cost.cpuMs} ms`,
    cost.memoryMb <= COST_LIMITS.memoryMb ? '' : `takes ${Math.round(cost.memoryMb)} MB`,
    cost.longestTurnMs <= COST_LIMITS.longestTurnMs ? '' : `holds the loop up for ${Math.round(cost.longestTurnMs)} ms`,
  ]
  return over.filter((complaint) => complaint !== '').map((complaint) => `${mail.name}: ${complaint}`)
}
