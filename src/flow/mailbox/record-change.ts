import type { MailboxId } from '../../model/ids.ts'
import { announce } from '../../store/change.ts'
import type { Step } from '../in-account.ts'
import { record } from '../record.ts'

/** What of a mailbox changed, as the log tells it: never the value. */
export const MAILBOX_CHANGES = [
  'added',
  'sender',
  'authserv',
  'deadlines-from',
  'keeps-sent',
  'copies',
  'host',
  'security',
  'login',
  'folder',
] as const
export type MailboxChange = (typeof MAILBOX_CHANGES)[number]

/** Writes into the log what changed of a mailbox, and tells the open pages and the watchers. */
export async function recordMailboxChange(
  step: Step,
  mailboxId: MailboxId,
  changes: readonly MailboxChange[],
): Promise<void> {
  await record(step, { event: 'mailbox.changed', object: `mailbox:${mailboxId}`, codes: changes.toSorted() })
  await announceMailbox(step, mailboxId)
}

/** Tells the open pages and the watchers that a mailbox is not what it was. */
export async function announceMailbox({ tx, scope }: Step, mailboxId: MailboxId): Promise<void> {
  await announce(tx, scope, { type: 'mailbox', id: mailboxId, conversationId: undefined })
}
