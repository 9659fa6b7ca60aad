import type { AccountId, MailboxId, PersonId, QuarantineId } from './ids.ts'
import type { SafeText } from './text.ts'

export type QuarantineReason =
  | 'unparsable'
  | 'too-complex'
  | 'too-large'
  | 'not-amazon'
  | 'repeated-headers'
  | 'ambiguous'
  | 'look-alike'
  | 'impersonation'
  | 'failed-signature'
  | 'not-stored'

/** `releasing`: a person wants it in, and it is being read again. The others but `held` are final. */
export const QUARANTINE_STATES = ['held', 'releasing', 'released', 'dismissed', 'phishing'] as const
export type QuarantineState = (typeof QUARANTINE_STATES)[number]

/**
 * Why a release came to nothing. `still-unreadable`: the mail was read again and still has no place. `gone-from-server`:
 * its mailbox has it no more. `server-not-reached`: its mailbox did not answer. `interrupted`: the desk stopped meanwhile.
 */
export const RELEASE_PROBLEMS = ['still-unreadable', 'gone-from-server', 'server-not-reached', 'interrupted'] as const
export type ReleaseProblem = (typeof RELEASE_PROBLEMS)[number]

/** A mail nobody could place. It has a deadline like a buyer's, since it may be one. */
export interface QuarantinedMail {
  readonly accountId: AccountId
  readonly id: QuarantineId
  readonly mailboxId: MailboxId
  readonly reason: QuarantineReason
  readonly receivedAt: Date
  readonly dueAt: Date
  readonly sizeBytes: number
  /** Redacted extract of the headers. */
  readonly extract: SafeText
  readonly state: QuarantineState
  /** Who decided, and when; undefined while it is held. */
  readonly decided: { readonly by: PersonId; readonly at: Date } | undefined
  /** Why the last release came to nothing; undefined when there was none. */
  readonly releaseProblem: ReleaseProblem | undefined
}

/** Where the bytes of a mail are that its server still has: the place its mailbox was fetched from, and its number there. */
export interface MailOnServer {
  readonly origin: number
  readonly uidValidity: number
  readonly uid: number
}
