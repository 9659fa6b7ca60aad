import type { DeskParts } from '../flow/parts.ts'
import type { PersonId } from '../model/ids.ts'
import type { ResolveTxt } from '../parse/genuine.ts'

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
  readonly examine: () => Promise<readonly Examination[]>
  readonly version: string
}
