import { MINUTE_MS } from '../../src/base/clock.ts'
import type { Mailbox, MailboxWatch } from '../api/mailboxes.ts'
import { quickSpanWords } from '../clock/span-words.ts'

/** A watcher that fares well says so every few minutes; one that is silent for this long has stopped. */
const SILENT_MS = 30 * MINUTE_MS

/** `off`: nothing is fetched. `busy`: it will be well by itself. `bad`: somebody must do something. */
export type WatchTone = 'good' | 'busy' | 'bad' | 'off'

/** How a mailbox fares: a heading, and what to know or do. */
export interface WatchWords {
  readonly tone: WatchTone
  readonly title: string
  readonly rest: string
}

/** Words for a mailbox at an instant. Never throws. */
export function watchWords({ source, watch }: Pick<Mailbox, 'source' | 'watch'>, now: Date): WatchWords {
  if (!source) {
    return { tone: 'off', title: 'Not fetched', rest: 'Its mail comes in only when it is forwarded to the desk.' }
  }
  if (!watch) return { tone: 'busy', title: 'Starting', rest: 'The desk is about to log in.' }
  const silentMs = now.getTime() - Date.parse(watch.seenAt)
  if (silentMs > SILENT_MS && watch.state !== 'failing') return silentWords(silentMs)
  return wordsOf(watch, now)
}

function wordsOf(watch: MailboxWatch, now: Date): WatchWords {
  switch (watch.state) {
    case 'connecting':
      return { tone: 'busy', title: 'Connecting', rest: `For ${sinceWords(watch.since, now)}.` }
    case 'catching-up':
      return { tone: 'busy', title: 'Catching up', rest: `${watch.behind.toLocaleString()} to go.` }
    case 'caught-up':
      return { tone: 'good', title: 'Up to date', rest: `Last looked ${sinceWords(watch.seenAt, now)} ago.` }
    case 'failing':
      return failingWords(watch, now)
  }
}

function failingWords({ problem, retryAt, since }: MailboxWatch, now: Date): WatchWords {
  const parts = [
    problem?.says,
    problem?.remedy,
    `Nothing has come in for ${sinceWords(since, now)}.`,
    retryAt === null ? undefined : retryWords(retryAt, now),
  ]
  return {
    tone: 'bad',
    title: problem?.code === 'login-refused' ? 'Cannot log in' : 'Cannot be fetched',
    rest: parts.filter(Boolean).join(' '),
  }
}

function retryWords(retryAt: string, now: Date): string {
  const leftMs = Date.parse(retryAt) - now.getTime()
  return leftMs > 0 ? `Tries again in ${quickSpanWords(leftMs)}.` : 'Tries again now.'
}

function silentWords(silentMs: number): WatchWords {
  return {
    tone: 'bad',
    title: 'Nobody fetches it',
    rest: `The desk has not looked for ${quickSpanWords(silentMs)}. Ask whoever runs it to run safereply doctor.`,
  }
}

function sinceWords(instant: string, now: Date): string {
  return quickSpanWords(Math.max(0, now.getTime() - Date.parse(instant)))
}
