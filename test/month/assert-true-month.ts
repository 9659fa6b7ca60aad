import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { z } from 'zod'

import type { MonthWish } from './simulate-month.ts'

const PROCESS = fileURLToPath(new URL('month-process.ts', import.meta.url))

/** A month of several shops, each with a desk, an Amazon and a process of its own. */
export interface ShopsWish extends MonthWish {
  readonly shops: number
  /** Of each shop. */
  readonly conversations: number
}

/** What has to happen in a month of any size, or nothing was tried. */
const MUST_HAPPEN = [
  'accepted',
  'reply-bounced',
  'reply-opted-out',
  'reply-refused',
  'reply-failed',
  'seller-central',
  'mark',
  'not sent: blocked',
  'clocks compared',
  'late clocks',
  'figures compared',
]

const report = z.object({ differences: z.array(z.string()), tally: z.record(z.string(), z.number()) })

/**
 * Simulates the month of some shops and asserts that no desk ever said otherwise than Amazon's own record. Tells the seed
 * and how often what happened.
 */
export async function assertTrueMonth(t: TestContext, { shops: count, conversations, seed }: ShopsWish): Promise<void> {
  t.diagnostic(`seed ${seed}`)
  const seeds = Array.from({ length: count }, (_shop, at) => seed + at)
  const shops = await Promise.all(seeds.map((one) => runShop({ conversations, seed: one })))
  const tally = new Map<string, number>()
  for (const [what, times] of shops.flatMap((shop) => Object.entries(shop.tally)))
    tally.set(what, (tally.get(what) ?? 0) + times)
  for (const [what, times] of tally) t.diagnostic(`${what}: ${times}`)
  assert.deepEqual(
    shops.flatMap(({ differences }) => differences),
    [],
  )
  for (const what of MUST_HAPPEN) assert.ok((tally.get(what) ?? 0) > 0, `${what} did not happen`)
}

async function runShop({ conversations, seed }: MonthWish): Promise<z.infer<typeof report>> {
  const { stdout } = await promisify(execFile)(process.execPath, [PROCESS, String(conversations), String(seed)])
  return report.parse(JSON.parse(stdout))
}
