import { Fault } from '../../base/fault.ts'
import type { ClearedReply } from '../../policy/gate/cleared-reply.ts'

export interface SmtpOutOptions {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else STARTTLS is demanded, except on loopback. (Default: false) */
  readonly secure?: boolean
  readonly user?: string
  readonly password?: string
  /** Milliseconds to wait for each answer of the server. (Default: 60,000) */
  readonly timeoutMs?: number
  /** Name we greet the server with. (Default: the machine's) */
  readonly name?: string
}

/**
 * accepted: the server took the mail. try-later: nothing was taken, for certain. rejected: the server refused it for
 * good. unknown: nobody can tell whether it was taken; it must not be sent again unasked.
 */
export type DeliveryOutcome =
  | { readonly kind: 'accepted'; readonly code: number }
  | { readonly kind: 'try-later'; readonly code: number | undefined }
  | { readonly kind: 'rejected'; readonly code: number }
  | { readonly kind: 'unknown' }

/** Whether the server can be reached and lets us in. */
export type VerifyOutcome =
  | { readonly ok: true }
  | {
      readonly ok: false
      readonly reason: 'unreachable' | 'no-tls' | 'login-refused'
      readonly code: number | undefined
    }

export interface SmtpOut {
  /** Composes, compares and sends. Faults `gate.not-cleared` and `mail.compose-differs` before anything is sent. */
  deliver(reply: ClearedReply, at: Date): Promise<DeliveryOutcome>
  /** Greets and logs in, sends nothing. */
  verify(): Promise<VerifyOutcome>
}

/** A way out over one SMTP server; opens one connection a mail. */
export function openSmtpOut(_options: SmtpOutOptions): SmtpOut {
  throw new Fault('bug')
}
