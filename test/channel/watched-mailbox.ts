import { randomBytes } from 'node:crypto'

import { systemClock } from '../../src/base/clock.ts'
import type { ImapBatch, ImapPosition } from '../../src/channel/mail/imap/batch.ts'
import type { ImapMail } from '../../src/channel/mail/imap/mail.ts'
import { watchImap } from '../../src/channel/mail/imap/watch.ts'
import type { ImapState, WatchOptions } from '../../src/channel/mail/imap/watch-options.ts'
import { until } from '../desk/until.ts'

/** A mailbox that is watched, with a store in memory: mails and position change together. */
export interface WatchedMailbox extends AsyncDisposable {
  readonly mails: readonly ImapMail[]
  readonly position: ImapPosition | undefined
  /** All states heard, the last one last. */
  readonly states: readonly ImapState[]
  /** Resolves when so many mails were taken. */
  taken(count: number): Promise<void>
  /** Resolves when nothing is missing, having heard so after this call. */
  caughtUp(): Promise<void>
}

/** Watches with short waits; `other` overrides, such as a `take` that fails before the mails are stored. */
export function watchMailbox(
  settings: WatchOptions['settings'],
  other: Partial<Pick<WatchOptions, 'pollMs' | 'maxBytes' | 'take'>> = {},
): WatchedMailbox {
  const mails: ImapMail[] = []
  const states: ImapState[] = []
  let position: ImapPosition | undefined
  const stop = new AbortController()
  const over = watchImap({
    settings,
    maxBytes: other.maxBytes ?? 25 * 1024 * 1024,
    pollMs: other.pollMs ?? 60_000,
    backOff: { firstMs: 10, mostMs: 200 },
    clock: systemClock,
    random: { bytes: (count) => randomBytes(count) },
    signal: stop.signal,
    position: async () => position,
    async take(batch: ImapBatch) {
      await other.take?.(batch)
      mails.push(...batch.mails)
      position = { uidValidity: batch.uidValidity, lastUid: batch.lastUid }
    },
    told: (state) => states.push(state),
  })
  return {
    mails,
    states,
    get position() {
      return position
    },
    async taken(count) {
      await until(`${count} mails to be taken`, () => mails.length >= count || undefined)
    },
    async caughtUp() {
      const heard = states.length
      await until('the mailbox to be caught up', () =>
        states.slice(heard).some(({ state }) => state === 'caught-up') ? true : undefined,
      )
    },
    async [Symbol.asyncDispose]() {
      stop.abort()
      await over
    },
  }
}
