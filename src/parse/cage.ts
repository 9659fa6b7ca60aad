import { Fault } from '../base/fault.ts'
import type { ParseOutcome } from './parsed-mail.ts'

/** How many mails are read at once, and what one mail may cost. */
export interface CageOptions {
  /** Workers that read at the same time. (Default: 2) */
  readonly workers?: number
  /** Milliseconds one mail may take before its worker is killed. (Default: 5,000) */
  readonly timeoutMs?: number
  /** Megabytes of heap a worker may use before it is killed. (Default: 256) */
  readonly memoryMb?: number
}

/** Where mails are read: outside this thread, with limits that kill. */
export interface Cage extends AsyncDisposable {
  /**
   * Reads one mail; waits for a free worker. A mail that breaks a limit, crashes its worker or is no mail is an
   * outcome; the next mail is read as usual. Rejects with Fault `bug` when no worker can be started or the cage is
   * closed: then nothing is known of the mail, and it must be offered again.
   */
  parse(bytes: Uint8Array): Promise<ParseOutcome>
}

/** Opens a cage; its workers start with the first mail. Closing it waits for the mails being read. */
export function openCage(_options: CageOptions = {}): Cage {
  throw new Fault('bug')
}
