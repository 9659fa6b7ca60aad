import type { AccountId, ConversationId, MessageId, PersonId, ReplyId } from './ids.ts'

/**
 * queued: waits for the undo window. sending: committed before SMTP begins. sent: our server's 250.
 * confirmed: Amazon's copy came. bounced, opted-out, refused: it never reached the buyer. held: blocked by the gate at
 * delivery. failed: the server refused it before it took it. unknown: nobody can tell, a person decides. undone: taken back.
 */
export const REPLY_STATES = [
  'queued',
  'sending',
  'sent',
  'confirmed',
  'bounced',
  'opted-out',
  'refused',
  'held',
  'failed',
  'unknown',
  'undone',
] as const
export type ReplyState = (typeof REPLY_STATES)[number]

/** States in which another reply to the same conversation has to wait. */
export const OPEN_REPLY_STATES = ['queued', 'sending', 'unknown'] as const satisfies readonly ReplyState[]

/** Whether another reply to the same conversation has to wait for one in this state. */
export function isOpenReply(state: ReplyState): boolean {
  return OPEN_REPLY_STATES.some((open) => open === state)
}

/** States in which Amazon had a reply and its buyer did not get it: such a reply answers nothing. */
export const LOST_REPLY_STATES = ['bounced', 'opted-out', 'refused'] as const satisfies readonly ReplyState[]

/** A copy was put into the Sent folder, or could not be; or one was looked for there, if there is such a folder. */
export const REPLY_FILED = ['kept', 'not-kept', 'found', 'not-found', 'no-folder'] as const
export type ReplyFiled = (typeof REPLY_FILED)[number]

/** One row of the outbox. Its text is sealed and is not clearance: it is gated again at delivery. */
export interface Reply {
  readonly accountId: AccountId
  readonly id: ReplyId
  readonly conversationId: ConversationId
  readonly personId: PersonId
  /** The buyer message it answers. */
  readonly answers: MessageId
  readonly state: ReplyState
  readonly attempt: number
  /** Fixed before the first attempt, so that a bounce finds its reply. */
  readonly mailId: string
  readonly createdAt: Date
  readonly notBefore: Date
  readonly changedAt: Date
  /** Rule ids or a short code that explains the state; never free text. */
  readonly reason: string | undefined
  /** It only says that the message came and that somebody will come back: the buyer still waits on us. */
  readonly isAcknowledgement: boolean
  /** What the Sent folder of our mail server says of it. */
  readonly filed: ReplyFiled | undefined
  /** When Amazon's usual copy was missed; undefined while it is not. */
  readonly copyMissingAt: Date | undefined
}
