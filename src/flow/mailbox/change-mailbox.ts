import type { Mailbox } from '../../model/account.ts'
import type { Actor } from '../../model/actor.ts'
import type { AccountId, MailboxId } from '../../model/ids.ts'
import { lockMailbox, updateMailbox } from '../../store/mailbox.ts'
import { forgetCopies } from '../copies/forget-copies.ts'
import { type Denied, inAccount, MISSING } from '../in-account.ts'
import type { DeskParts } from '../parts.ts'
import { adoptSender } from '../sender/adopt-sender.ts'
import { type MailboxChange, recordMailboxChange } from './record-change.ts'
import { showMailbox, type ShownMailbox } from './show-mailboxes.ts'

/** What is to be other than it is; what is left out stays. */
export interface MailboxChangeWish {
  readonly accountId: AccountId
  readonly mailboxId: MailboxId
  readonly approvedSender?: string | undefined
  readonly authservIds?: readonly string[] | undefined
  /** Null: the clocks of all mails run, however old. */
  readonly deadlinesFrom?: Date | null | undefined
  /** Whether a copy of each reply is put into the Sent folder. */
  readonly keepsSent?: boolean | undefined
  /** Amazon sends no copies of our own mails any more: none is missed until the next one comes. */
  readonly copies?: 'not-seen' | undefined
}

export type ChangeMailboxOutcome = { readonly ok: true; readonly shown: ShownMailbox } | Denied

/** Changes what holds for the mails of a mailbox from now on; the log tells what, and not to which value. */
export async function changeMailbox(
  parts: DeskParts,
  actor: Actor,
  wish: MailboxChangeWish,
): Promise<ChangeMailboxOutcome> {
  const right = { accountId: wish.accountId, permission: 'account:write' } as const
  return inAccount(parts, actor, right, async (step): Promise<ChangeMailboxOutcome> => {
    const before = await lockMailbox(step.tx, step.scope, wish.mailboxId)
    if (!before) return MISSING
    const mailbox = wished(before, wish)
    const changes = changesBetween(before, mailbox)
    if (changes.length > 0) {
      await updateMailbox(step.tx, step.scope, mailbox)
      await recordMailboxChange(step, mailbox.id, changes)
      if (changes.includes('sender')) await adoptSender(step, mailbox)
      if (changes.includes('copies')) await forgetCopies(step, mailbox.id)
    }
    return { ok: true, shown: await showMailbox(step, mailbox) }
  })
}

function wished(before: Mailbox, wish: MailboxChangeWish): Mailbox {
  const { approvedSender, authservIds, deadlinesFrom, keepsSent, copies } = wish
  return {
    ...before,
    approvedSender: approvedSender?.trim().toLowerCase() ?? before.approvedSender,
    authservIds: authservIds ? [...new Set(authservIds.map((id) => id.toLowerCase()))] : before.authservIds,
    deadlinesFrom: deadlinesFrom === undefined ? before.deadlinesFrom : (deadlinesFrom ?? undefined),
    keepsSent: keepsSent ?? before.keepsSent,
    ...(copies === undefined ? {} : { copies, copiesSince: undefined }),
  }
}

function changesBetween(before: Mailbox, after: Mailbox): readonly MailboxChange[] {
  const changes: MailboxChange[] = []
  if (after.approvedSender !== before.approvedSender) changes.push('sender')
  if (after.authservIds.join(' ') !== before.authservIds.join(' ')) changes.push('authserv')
  if (after.deadlinesFrom?.getTime() !== before.deadlinesFrom?.getTime()) changes.push('deadlines-from')
  if (after.copies !== before.copies) changes.push('copies')
  if (after.keepsSent !== before.keepsSent) changes.push('keeps-sent')
  return changes
}
