import type { AlertId, ConversationId } from './ids.ts'

/**
 * What a person must be told of. `near`: little time is left. `late`, `possible`: the instant is past. The others tell
 * what became of a reply, that Amazon's usual copy of one did not come, or that Amazon takes no mail from our address.
 */
export const ALERT_KINDS = [
  'answer-near',
  'answer-late',
  'claim-near',
  'claim-possible',
  'deadline-near',
  'deadline-late',
  'reply-bounced',
  'reply-opted-out',
  'reply-refused',
  'reply-held',
  'reply-failed',
  'reply-unknown',
  'copy-missing',
  'sender-refused',
] as const
export type AlertKind = (typeof ALERT_KINDS)[number]

/** What ended an alert: a person who has seen it, or that nothing is to be done any more. */
export type AlertEnd = 'person' | 'settled'

/** One alert, raised once for each instant of each thing. */
export interface Alert {
  readonly id: AlertId
  readonly conversationId: ConversationId | undefined
  readonly kind: AlertKind
  /** The conversation, deadline, reply or mailbox it is about. */
  readonly objectId: number
  /** The instant it is about: when the thing is due, or when it happened. */
  readonly dueAt: Date
  readonly raisedAt: Date
  readonly ended: { readonly at: Date; readonly by: AlertEnd } | undefined
}
