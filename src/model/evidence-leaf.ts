/** Everything the log can tell of. Names are final: a released code never changes its meaning. */
export const EVENT_CODES = [
  'account.opened',
  'token.made',
  'session.begun',
  'session.ended',
  'message.received',
  'message.repeated',
  'mail.quarantined',
  'draft.saved',
  'draft.refused',
  'reply.blocked',
  'reply.queued',
  'reply.undone',
  'reply.held',
  'reply.sending',
  'reply.retried',
  'reply.sent',
  'reply.failed',
  'reply.unknown',
  'reply.resolved',
  'reply.confirmed',
  'reply.bounced',
  'reply.opted-out',
  'reply.refused',
  'rule.changed',
  'notice.received',
  'attachment.kept',
  'deadline.started',
  'deadline.settled',
  'mailbox.changed',
  'mailbox.removed',
  'mail.releasing',
  'mail.released',
  'mail.held-again',
  'mail.dismissed',
  'mail.reported',
  'orders.imported',
  'mailbox.reconciled',
  'kept.destroyed',
  'answer.not-needed',
  'answer.needed',
  'alert.raised',
  'alert.ended',
  'reply.found',
  'reply.filed',
  'sender.refused',
  'sender.approved',
] as const
export type EventCode = (typeof EVENT_CODES)[number]

/**
 * One entry of the log, the whole of what is hashed. No free text: integers, codes, ids and hashes (hex) only.
 * `subject` and `actor` are pseudonyms under keys that die with the person they stand for. `pc` commits to the redacted
 * text (SHA-256 of a sealed 32-byte salt and the text), `cc` to its ciphertext; both, since AES-GCM does not commit to its key.
 */
export interface EvidenceLeaf {
  readonly v: 1
  /** Milliseconds since 1970. */
  readonly at: number
  readonly event: EventCode
  readonly account: number
  readonly subject: string
  readonly actor: string
  /** Noun and id of the row the event is about, such as `reply:123`. */
  readonly object: string
  /** Rule ids or reason codes, sorted. */
  readonly codes: readonly string[]
  /** SHA-256 of the policy pack in force. */
  readonly pack: string
  readonly pc: string
  readonly cc: string
  /** Id of the key the ciphertext is under, such as `conversation:7:text`; empty when there is none. */
  readonly key: string
}
