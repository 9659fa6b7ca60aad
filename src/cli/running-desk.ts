import type { DeskParts } from '../flow/parts.ts'
import type { ReceiveMailParts } from '../flow/receive/read-coming.ts'
import type { Actor } from '../model/actor.ts'
import type { PersonId } from '../model/ids.ts'
import type { ResolveTxt } from '../parse/dkim-keys.ts'

/** A desk that runs in this process. Disposing it drains and stops everything it started. */
export interface RunningDesk extends AsyncDisposable {
  /** Where the page is. */
  readonly url: string
  /** Opens the page and the API; shown once. */
  readonly token: string
  readonly dataDir: string
  readonly door: { readonly host: string; readonly port: number }
  readonly owner: PersonId
  readonly parts: DeskParts
  /** Aborted when the desk cannot go on. */
  readonly lost: AbortSignal
}

/** What a command may set of a desk besides the environment. */
export interface DeskWishes {
  readonly dataDir?: string
  readonly httpHost?: string
  readonly httpPort?: number
  readonly doorPort?: number
  readonly smtpUrl?: string
  /** Who says what DNS says; for a simulated Amazon. */
  readonly resolveTxt?: ResolveTxt
}

/** What a command may set of the desk it works on besides the environment. */
export interface GuestWishes {
  readonly dataDir?: string
}

/** What a command works with, beside the desk that runs or in its place. Disposing it leaves a running desk alone. */
export interface DeskGuest extends AsyncDisposable {
  readonly parts: ReceiveMailParts
  /** Who acts: the desk's owner. */
  readonly owner: Actor
  /** The password of a mailbox, where the environment has one. */
  readonly imapPassword: string | undefined
  /** Aborted when the database goes away, as when its desk stops. */
  readonly lost: AbortSignal
}

/** One line of `doctor`: what was looked at, how it is, and what to do about it. */
export interface Examination {
  readonly name: string
  readonly state: 'ok' | 'warn' | 'fail'
  readonly says: string
  /** Facts below the line, for who wants to know. */
  readonly details?: readonly string[]
}

/** What `main.ts` hands to the commands, since only it builds parts. */
export interface Doors {
  readonly openDesk: (wishes: DeskWishes) => Promise<RunningDesk>
  readonly openGuest: (wishes: GuestWishes) => Promise<DeskGuest>
  readonly examine: () => Promise<readonly Examination[]>
  readonly version: string
}
