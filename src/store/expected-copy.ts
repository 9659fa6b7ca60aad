import { sql } from 'kysely'

import type { AccountId, ConversationId, MailboxId, ReplyId } from '../model/ids.ts'
import type { AccountScope, PersonScope } from '../model/scope.ts'
import { CONVERSATION_COLUMNS, conversationOf, type ConversationRow } from './conversation.ts'
import type { Tx } from './database.ts'

/**
 * Replies in a person's accounts of which Amazon's copy should have come, since they were sent before an instant from a
 * mailbox that is known to get copies from then on; those that are told of already are left out. Oldest first.
 */
export async function listMissedCopies(
  tx: Tx,
  scope: PersonScope,
  wish: { readonly sentBefore: Date; readonly limit: number },
): Promise<readonly { readonly accountId: AccountId; readonly replyId: ReplyId }[]> {
  return tx
    .selectFrom('outbox')
    .innerJoin('membership', 'membership.account_id', 'outbox.account_id')
    .innerJoin('conversation', (join) =>
      join
        .onRef('conversation.account_id', '=', 'outbox.account_id')
        .onRef('conversation.conversation_id', '=', 'outbox.conversation_id'),
    )
    .innerJoin('mailbox', (join) =>
      join
        .onRef('mailbox.account_id', '=', 'conversation.account_id')
        .onRef('mailbox.mailbox_id', '=', 'conversation.mailbox_id'),
    )
    .select(['outbox.account_id as accountId', 'outbox.reply_id as replyId'])
    .where('membership.person_id', '=', scope.personId)
    .where('outbox.state', '=', 'sent')
    .where('outbox.copy_missing_at', 'is', null)
    .where('outbox.sent_at', '<=', wish.sentBefore)
    .where('mailbox.copies', '=', 'seen')
    .whereRef('outbox.sent_at', '>=', 'mailbox.copies_since')
    .orderBy('outbox.sent_at')
    .limit(wish.limit)
    .execute()
}

/** Notes that the copy of a sent reply is missed. Returns whether that was new; one that is confirmed meanwhile is not. */
export async function markCopyMissing(tx: Tx, scope: AccountScope, replyId: ReplyId, at: Date): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set({ copy_missing_at: at })
    .where('account_id', '=', scope.accountId)
    .where('reply_id', '=', replyId)
    .where('state', '=', 'sent')
    .where('copy_missing_at', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Takes back that copies of replies of a mailbox are missed. Returns which replies. */
export async function clearMissingCopies(
  tx: Tx,
  scope: AccountScope,
  mailboxId: MailboxId,
): Promise<readonly { readonly id: ReplyId; readonly conversationId: ConversationId }[]> {
  return tx
    .updateTable('outbox')
    .from('conversation')
    .set({ copy_missing_at: null })
    .where('outbox.account_id', '=', scope.accountId)
    .where('outbox.copy_missing_at', 'is not', null)
    .whereRef('conversation.account_id', '=', 'outbox.account_id')
    .whereRef('conversation.conversation_id', '=', 'outbox.conversation_id')
    .where('conversation.mailbox_id', '=', mailboxId)
    .returning(['outbox.reply_id as id', 'outbox.conversation_id as conversationId'])
    .execute()
}

/** Conversations of a mailbox that wait for an answer, or in which somebody wrote since an instant; newest first. */
export async function listActiveConversations(
  tx: Tx,
  scope: AccountScope,
  wish: { readonly mailboxId: MailboxId; readonly since: Date; readonly limit: number },
): Promise<readonly ConversationRow[]> {
  const answered = tx
    .selectFrom('outbox')
    .select('outbox.conversation_id')
    .where('outbox.account_id', '=', scope.accountId)
    .where('outbox.created_at', '>=', wish.since)
  const rows = await tx
    .selectFrom('conversation')
    .select(CONVERSATION_COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', wish.mailboxId)
    .where(
      sql<boolean>`(unanswered_since is not null or last_message_at >= ${wish.since} or conversation_id in ${answered})`,
    )
    .orderBy('conversation_id', 'desc')
    .limit(wish.limit)
    .execute()
  return rows.map(conversationOf)
}
