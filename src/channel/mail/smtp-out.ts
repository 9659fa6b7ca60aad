import type { ClearedReply } from '../../policy/gate/cleared-reply.ts'
import { compareComposed } from './compare.ts'
import { type ComposedMail, composeReply } from './compose.ts'
import { SmtpFailure } from './smtp-failure.ts'
import { type SmtpServerOptions, SmtpSession } from './smtp-session.ts'

export type SmtpOutOptions = SmtpServerOptions

/**
 * accepted: the server took the mail, which was these bytes. try-later: nothing was taken, for certain. rejected: the server refused the mail
 * for good. unknown: nobody can tell whether it was taken, so it must not be sent again unasked.
 */
export type DeliveryOutcome =
  | { readonly kind: 'accepted'; readonly code: number; readonly bytes: Uint8Array }
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

/** A way out over one SMTP server. Opens a connection a mail, so there is nothing to close. */
export function openSmtpOut(options: SmtpOutOptions): SmtpOut {
  return {
    async deliver(reply, at) {
      const mail = await composeReply(reply, at)
      await compareComposed(mail, reply, at)
      return send(options, mail)
    },
    verify: () => verify(options),
  }
}

async function send(options: SmtpOutOptions, mail: ComposedMail): Promise<DeliveryOutcome> {
  try {
    using session = await SmtpSession.open(options)
    return { kind: 'accepted', code: await session.send(mail), bytes: mail.bytes }
  } catch (error) {
    if (error instanceof SmtpFailure) return outcomeOf(error)
    throw error
  }
}

/** What RFC 3207 and RFC 4954 have a server answer to whoever has to encrypt or to log in first. */
const SESSION_CODES: ReadonlySet<number> = new Set([530, 534, 535, 538])

/**
 * An answer about the mail decides, whenever it came: 4xx and 5xx both say that the mail was not taken. A refusal of the
 * session, such as of our password, says nothing of the mail, also when it comes as late as the answer to MAIL.
 */
function outcomeOf({ step, code, isDataBegun }: SmtpFailure): DeliveryOutcome {
  if (step === 'mail' && code !== undefined && SESSION_CODES.has(code)) return { kind: 'try-later', code }
  if (step === 'mail' && code !== undefined && code >= 500) return { kind: 'rejected', code }
  if (step === 'mail' && code !== undefined && code >= 400) return { kind: 'try-later', code }
  return isDataBegun ? { kind: 'unknown' } : { kind: 'try-later', code }
}

async function verify(options: SmtpOutOptions): Promise<VerifyOutcome> {
  try {
    using _session = await SmtpSession.open(options)
    return { ok: true }
  } catch (error) {
    if (!(error instanceof SmtpFailure)) throw error
    return { ok: false, reason: reasonOf(error), code: error.code }
  }
}

function reasonOf({ step }: SmtpFailure): 'unreachable' | 'no-tls' | 'login-refused' {
  if (step === 'login') return 'login-refused'
  return step === 'tls' ? 'no-tls' : 'unreachable'
}
