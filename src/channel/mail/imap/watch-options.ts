import { type Clock, SECOND_MS } from '../../../base/clock.ts'
import type { Random } from '../../../base/random.ts'
import type { BackOff } from './back-off.ts'
import type { ImapBatch, ImapPosition } from './batch.ts'
import type { ImapProblem } from './problem.ts'
import type { ImapSettings } from './settings.ts'

/** How a mailbox is doing. `lagMails`: how many mails may be waiting at most, as the server's UIDs tell. */
export type ImapState =
  | { readonly state: 'connecting' }
  | { readonly state: 'catching-up'; readonly lagMails: number }
  | { readonly state: 'caught-up' }
  | { readonly state: 'failing'; readonly problem: ImapProblem; readonly retryAt: Date }

export interface WatchOptions {
  readonly settings: ImapSettings
  /** A mail above so many bytes is given as its header. */
  readonly maxBytes: number
  readonly clock: Clock
  readonly random: Random
  /** Ends the watch. */
  readonly signal: AbortSignal
  /** How often the folder is looked at, also where the server tells of new mail, for servers forget. (Default: 60 s) */
  readonly pollMs?: number
  /** (Default: `IMAP_BACK_OFF`) */
  readonly backOff?: BackOff
  /** Where the mailbox is stored up to; undefined begins with its oldest mail. Asked at the start of each session. */
  position(): Promise<ImapPosition | undefined>
  /**
   * Stores a batch and its position, both or neither. When it rejects, the session ends and the next begins from
   * `position()`. The next batch is fetched meanwhile, never more than one.
   */
  take(batch: ImapBatch): Promise<void>
  /** Hears each change of state, and the lag after each batch. Must not throw. */
  told?(state: ImapState): void
  /** Hears what `position` and `take` reject with. Must not throw. */
  onError?(error: unknown): void
}

export const WATCH_LIMITS = {
  pollMs: 60 * SECOND_MS,
  /** How long a batch that is being taken is waited for once the watch is to end. */
  drainMs: 2 * SECOND_MS,
} as const
