import type { IdSource } from '../base/id.ts'

/*
 * Words of the trade
 * account       one seller account on one Amazon region; the tenant
 * relay address alias@marketplace.amazon.<tld>, also alias+<case uuid>@; the buyer behind it stays unknown
 * message       one mail of a buyer, of the seller, or of Amazon about an order, its text redacted
 * conversation  the messages of one relay thread, with a state and a deadline
 * finding       what a rule found in a text
 * reply         one row of the outbox: what a person sent, and the truth about where it is
 */
type Id<Name extends string> = number & { readonly __id: Name }

export type AccountId = Id<'account'>
export type PersonId = Id<'person'>
export type MailboxId = Id<'mailbox'>
export type ConversationId = Id<'conversation'>
export type MessageId = Id<'message'>
export type DraftId = Id<'draft'>
export type ReplyId = Id<'reply'>
export type QuarantineId = Id<'quarantine'>
export type TokenId = Id<'token'>
export type RuleChangeId = Id<'rule-change'>
export type DeadlineId = Id<'deadline'>
export type AttachmentId = Id<'attachment'>
export type AlertId = Id<'alert'>

/** An id of any noun. */
export type AnyId =
  | AccountId
  | PersonId
  | MailboxId
  | ConversationId
  | MessageId
  | DraftId
  | ReplyId
  | QuarantineId
  | TokenId
  | RuleChangeId
  | DeadlineId
  | AttachmentId
  | AlertId

/** A new id for the noun the caller names. */
export function freshId<Noun extends AnyId>(source: IdSource): Noun {
  return source.next() as Noun // proof: the number is new, so no noun has it yet
}

/** An id that came from outside, or nothing. It names a thing only once the store has found it. */
export function parseId<Noun extends AnyId>(text: string): Noun | undefined {
  const value = /^\d{1,16}$/u.test(text) ? Number(text) : Number.NaN
  return Number.isSafeInteger(value) ? (value as Noun) : undefined // proof: ids are opaque; the walls decide what it opens
}

/** The desk itself, the actor of timers and mail doors. It is a person row like any other and sees what it is a member of. */
export const DESK_PERSON = 1 as PersonId // the one id given by hand: migration 0001 writes this row
