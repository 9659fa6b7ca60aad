import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import type { TestContext } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { z } from 'zod'

import type { MonthWish } from './simulate-month.ts'

const PROCESS = fileURLToPath(new URL('month-process.ts', import.meta.url))
/** Each has a desk and a month of its own. */
const SHOPS = 4

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
 * Simulates a month of so many conversations in a few shops, and asserts that no desk ever said otherwise than Amazon's
 * own record. Tells the seed and how often what happened.
 */
export async function assertTrueMonth(t: TestContext, { conversations, seed }: MonthWish): Promise<void> {
  t.diagnostic(`seed ${seed}`)
  const shops = await Promise.all(
    Array.from({ length: SHOPS }, (_shop, at) => runShop({ conversations: conversations / SHOPS, seed: seed + at })),
  )
  const tally = new Map<string, number>()
  for (const [what, count] of shops.flatMap((shop) => Object.entries(shop.tally)))
    tally.set(what, (tally.get(what) ?? 0) + count)
  for (const [what, count] of tally) t.diagnostic(`${what}: ${count}`)
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
