import { sql } from 'kysely'

import type { ConversationId, MessageId, ReplyId } from '../model/ids.ts'
import { type Reply, REPLY_STATES, type ReplyState } from '../model/reply.ts'
import type { AccountScope } from '../model/scope.ts'
import type { SealedText } from '../seal/sealed-body.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** A reply as the table has it; its text is sealed and is no clearance. */
export interface ReplyRow extends Reply {
  readonly sentAt: Date | undefined
  readonly body: Uint8Array
}

const COLUMNS = [
  'account_id',
  'reply_id',
  'conversation_id',
  'person_id',
  'answers_message_id',
  'state',
  'attempt',
  'mail_id',
  'reason',
  'created_at',
  'not_before',
  'sent_at',
  'changed_at',
  'body_sealed',
  'is_acknowledgement',
  'filed',
  'copy_missing_at',
] as const

/**
 * Queues a reply. Returns false when the conversation has an open one or the idempotency key is used: the database
 * lets only one through, however many ask at the same time.
 */
export async function insertReply(
  tx: Tx,
  scope: AccountScope,
  reply: {
    readonly id: ReplyId
    readonly conversationId: ConversationId
    readonly answers: MessageId
    readonly idempotencyKey: string
    readonly mailId: string
    readonly createdAt: Date
    readonly notBefore: Date
    readonly isAcknowledgement: boolean
    readonly body: SealedText
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('outbox')
    .values({
      account_id: scope.accountId,
      reply_id: reply.id,
      conversation_id: reply.conversationId,
      person_id: scope.personId,
      answers_message_id: reply.answers,
      idempotency_key: reply.idempotencyKey,
      state: 'queued',
      attempt: 0,
      mail_id: reply.mailId,
      reason: null,
      created_at: reply.createdAt,
      not_before: reply.notBefore,
      sent_at: null,
      changed_at: reply.createdAt,
      body_sealed: reply.body,
      is_acknowledgement: reply.isAcknowledgement,
      filed: null,
      copy_missing_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** One reply, or nothing. */
export async function findReply(tx: Tx, scope: AccountScope, replyId: ReplyId): Promise<ReplyRow | undefined> {
  const row = await tx
    .selectFrom('outbox')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('reply_id', '=', replyId)
    .executeTakeFirst()
  return row && replyOf(row)
}

/** The reply this idempotency key made, or nothing. */
export async function findReplyByKey(
  tx: Tx,
  scope: AccountScope,
  idempotencyKey: string,
): Promise<ReplyRow | undefined> {
  const row = await tx
    .selectFrom('outbox')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('idempotency_key', '=', idempotencyKey)
    .executeTakeFirst()
  return row && replyOf(row)
}

/** The reply that left under this Message-ID, or nothing. */
export async function findReplyByMailId(tx: Tx, scope: AccountScope, mailId: string): Promise<ReplyRow | undefined> {
  const row = await tx
    .selectFrom('outbox')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('mail_id', '=', mailId)
    .executeTakeFirst()
  return row && replyOf(row)
}

/** The replies of a conversation, oldest first. */
export async function listReplies(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<readonly ReplyRow[]> {
  const rows = await tx
    .selectFrom('outbox')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .orderBy('reply_id')
    .execute()
  return rows.map(replyOf)
}

/** The newest replies of the account, in one state or in any, newest first. */
export async function listRepliesOfAccount(
  tx: Tx,
  scope: AccountScope,
  wish: { readonly state: ReplyState | undefined; readonly limit: number },
): Promise<readonly ReplyRow[]> {
  const { state, limit } = wish
  const rows = await tx
    .selectFrom('outbox')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('state', 'in', state === undefined ? REPLY_STATES : [state])
    .orderBy('reply_id', 'desc')
    .limit(limit)
    .execute()
  return rows.map(replyOf)
}

/** What became of a reply: what the answer clock reckons from. */
export type ReplyTime = Pick<
  ReplyRow,
  'id' | 'conversationId' | 'answers' | 'state' | 'sentAt' | 'changedAt' | 'isAcknowledgement'
>

/** What became of the replies of some conversations, oldest first. */
export async function listReplyTimes(
  tx: Tx,
  scope: AccountScope,
  conversationIds: readonly ConversationId[],
): Promise<readonly ReplyTime[]> {
  if (conversationIds.length === 0) return []
  const rows = await tx
    .selectFrom('outbox')
    .select([
      'reply_id',
      'conversation_id',
      'answers_message_id',
      'state',
      'sent_at',
      'changed_at',
      'is_acknowledgement',
    ])
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', 'in', conversationIds)
    .orderBy('reply_id')
    .execute()
  return rows.map((row) => ({
    id: row.reply_id,
    conversationId: row.conversation_id,
    answers: row.answers_message_id,
    state: row.state,
    sentAt: row.sent_at ?? undefined,
    changedAt: row.changed_at,
    isAcknowledgement: row.is_acknowledgement,
  }))
}

/** Moves a reply on from one state. Returns whether it was still in that state; the loser of a race changes nothing. */
export async function moveReply(
  tx: Tx,
  scope: AccountScope,
  move: {
    readonly id: ReplyId
    readonly from: ReplyState
    readonly to: ReplyState
    readonly at: Date
    readonly reason?: string
    /** When it is tried next, for one that is queued again. */
    readonly notBefore?: Date
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('outbox')
    .set((column) => ({
      state: move.to,
      changed_at: move.at,
      reason: move.reason ?? null,
      ...(move.notBefore === undefined ? {} : { not_before: move.notBefore }),
      ...(move.to === 'sending' ? { attempt: column('attempt', '+', 1) } : {}),
      // A copy can confirm a reply before, or instead of, the server's 250. What is known of an unknown one by now left
      // before it became unknown, and its answer is not late because we learnt of it late.
      ...(move.to === 'sent' || move.to === 'confirmed'
        ? { sent_at: column.fn.coalesce('sent_at', move.from === 'unknown' ? 'changed_at' : sql.val(move.at)) }
        : {}),
      ...(move.to === 'confirmed' ? { copy_missing_at: null } : {}),
    }))
    .where('account_id', '=', scope.accountId)
    .where('reply_id', '=', move.id)
    .where('state', '=', move.from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

function replyOf(row: Pick<Tables['outbox'], (typeof COLUMNS)[number]>): ReplyRow {
  return {
    accountId: row.account_id,
    id: row.reply_id,
    conversationId: row.conversation_id,
    personId: row.person_id,
    answers: row.answers_message_id,
    state: row.state,
    attempt: row.attempt,
    mailId: row.mail_id,
    reason: row.reason ?? undefined,
    createdAt: row.created_at,
    notBefore: row.not_before,
    sentAt: row.sent_at ?? undefined,
    changedAt: row.changed_at,
    body: row.body_sealed,
    isAcknowledgement: row.is_acknowledgement,
    filed: row.filed ?? undefined,
    copyMissingAt: row.copy_missing_at ?? undefined,
  }
}
