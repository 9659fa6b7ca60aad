import { MINUTE_MS, SECOND_MS } from '../../../base/clock.ts'
import { Fault } from '../../../base/fault.ts'
import { isLoopback } from '../loopback.ts'

/** How one folder of one mailbox is reached. */
export interface ImapSettings {
  readonly host: string
  readonly port: number
  /** `tls`: from the first byte. `starttls`: demanded before the login. `none`: to this machine itself alone. */
  readonly security: 'tls' | 'starttls' | 'none'
  readonly user: string
  readonly password: string
  /** The folder's name as the server lists it, such as `INBOX`. */
  readonly folder: string
  /** The name the certificate must be for. (Default: `host`) */
  readonly servername?: string
  /** PEM of who vouches for the certificate, for tests. (Default: whom this machine trusts) */
  readonly ca?: string
}

/** What bounds one session with an IMAP server. */
export const IMAP_LIMITS = {
  /** Until the connection stands, name look-up and TLS included. */
  connectMs: 30 * SECOND_MS,
  greetingMs: 30 * SECOND_MS,
  /** A server silent for so long in the middle of an answer has gone. */
  silenceMs: MINUTE_MS,
  /** An IDLE is begun anew before the 29 minutes after which a server may drop it (RFC 2177). */
  idleMs: 28 * MINUTE_MS,
  /** How long leaving politely may take. */
  logoutMs: SECOND_MS,
  /** Of a mail that is too large, only so much of its header is fetched. */
  headerBytes: 128 * 1024,
  /** The largest piece the server may send; more ends the session before it is in memory. */
  answerBytes: 64 * 1024 * 1024,
  /** The longest line of an answer; mails and headers come beside the lines. */
  lineBytes: 1024 * 1024,
  /** Folders named when the one that was asked for is missing. */
  folderNames: 20,
} as const

/** Whether the name, the password and the mails would cross no wire unencrypted. */
export function isSafe({ security, host }: ImapSettings): boolean {
  return security !== 'none' || isLoopback(host)
}

/** Fault `config.invalid` for a mailbox that would be read without TLS beyond loopback. */
export function assertSafe(settings: ImapSettings): void {
  if (isSafe(settings)) return
  throw new Fault('config.invalid', {
    detail: 'a mailbox beyond loopback needs TLS: set its security to tls or starttls',
  })
}
