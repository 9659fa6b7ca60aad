import { Buffer } from 'node:buffer'
import { performance } from 'node:perf_hooks'

import { readCorpus } from '../../tools/corpus/read.ts'
import type { Detect } from '../../tools/corpus/score.ts'
import { percentiles } from './percentiles.ts'
import type { Percentiles } from './percentiles.ts'

/** Microseconds for a message of 1,000 characters, and megabytes of UTF-8 a second. */
export interface Speed extends Percentiles {
  readonly megabytesPerSecond: number
}

const MESSAGES = 150
const CHARACTERS = 1_000
/** Each message is read so often and its best time kept: what the work costs when nobody disturbs it. */
const ROUNDS = 7

/** Reads messages put together from the open half of the corpus, all languages and the trade's numbers among them. */
export async function measureSpeed(detect: Detect): Promise<Speed> {
  const messages = longMessages()
  const best = messages.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [at, message] of messages.entries()) {
      const start = performance.now()
      await detect(message, 'en')
      best[at] = Math.min(best[at] ?? Number.POSITIVE_INFINITY, (performance.now() - start) * 1_000)
    }
  }
  const bytes = messages.reduce((sum, message) => sum + Buffer.byteLength(message), 0)
  return { ...percentiles(best), megabytesPerSecond: bytes / best.reduce((sum, time) => sum + time, 0) }
}

/** The same messages each time; each begins at another place of the corpus. */
function longMessages(): readonly string[] {
  const texts = readCorpus('open').map(({ text }) => text)
  return Array.from({ length: MESSAGES }, (_, at) => {
    let message = ''
    for (let next = at * 37; message.length < CHARACTERS; next += 11) message += `${texts[next % texts.length]} `
    return message.slice(0, CHARACTERS).toWellFormed()
  })
}
