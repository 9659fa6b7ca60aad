import { performance } from 'node:perf_hooks'

import { findContender } from './contenders.ts'
import { hostileText } from './hostile-texts.ts'

/**
 * Runs in a process of its own and prints one line of JSON: what a contender costs from its import to its first result,
 * and, when a hostile text is named, the milliseconds for half of it and for all of it.
 */
const [name, hostile] = process.argv.slice(2)
const rssBefore = process.memoryUsage.rss()
const begun = performance.now()
const detect = await findContender(name).load()
await detect('Thank you, the lamp arrived. Write to lena@example.com please.', 'en')
const startMs = performance.now() - begun
const rssMegabytes = (process.memoryUsage.rss() - rssBefore) / 1e6
const halfMs = hostile === undefined ? 0 : await bestOf(hostileText(hostile, 50_000))
const wholeMs = hostile === undefined ? 0 : await bestOf(hostileText(hostile, 100_000))
console.log(JSON.stringify({ startMs, rssMegabytes, halfMs, wholeMs }))

/** The shorter of two runs. */
async function bestOf(text: string): Promise<number> {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 2; run += 1) {
    const start = performance.now()
    await detect(text, 'en')
    best = Math.min(best, performance.now() - start)
  }
  return best
}
