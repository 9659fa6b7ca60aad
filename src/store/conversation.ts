import type { Conversation, ConversationState, ReopenReason } from '../model/conversation.ts'
import type { ConversationId, MailboxId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { SealedText } from '../seal/sealed-body.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** A conversation as the table has it; names and subject are sealed. */
export interface ConversationRow extends Conversation {
  readonly mailboxId: MailboxId
  readonly hasRedactions: boolean
  readonly buyerFace: Uint8Array
  readonly textFace: Uint8Array
}

/** The columns of a row, in the order every query of conversations names them. */
export const CONVERSATION_COLUMNS = [
  'account_id',
  'conversation_id',
  'mailbox_id',
  'state',
  'version',
  'marketplace_id',
  'order_id',
  'assignee',
  'unanswered_since',
  'due_at',
  'claim_at',
  'reopened',
  'last_message_at',
  'has_redactions',
  'person_sealed',
  'text_sealed',
] as const

/** More conversations than this about one order are not told apart anyway. */
const ORDER_CONVERSATIONS_LIMIT = 10

/** Writes a new conversation, version 1, waiting; `setClock` then says whether an answer is due. */
export async function insertConversation(
  tx: Tx,
  scope: AccountScope,
  conversation: {
    readonly id: ConversationId
    readonly mailboxId: MailboxId
    readonly marketplaceId: string | undefined
    readonly orderId: string | undefined
    readonly lastMessageAt: Date
    readonly hasRedactions: boolean
    readonly buyerFace: SealedText
    readonly textFace: SealedText
  },
): Promise<void> {
  await tx
    .insertInto('conversation')
    .values({
      account_id: scope.accountId,
      conversation_id: conversation.id,
      mailbox_id: conversation.mailboxId,
      state: 'waiting',
      version: 1,
      marketplace_id: conversation.marketplaceId ?? null,
      order_id: conversation.orderId ?? null,
      assignee: null,
      unanswered_since: null,
      due_at: null,
      claim_at: null,
      reopened: null,
      last_message_at: conversation.lastMessageAt,
      has_redactions: conversation.hasRedactions,
      person_sealed: conversation.buyerFace,
      text_sealed: conversation.textFace,
    })
    .execute()
}

/** One conversation, or nothing. */
export async function findConversation(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<ConversationRow | undefined> {
  const row = await byId(tx, scope, conversationId).executeTakeFirst()
  return row && conversationOf(row)
}

/** Like `findConversation`, and nobody else changes it until the transaction ends. Every change begins here. */
export async function lockConversation(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<ConversationRow | undefined> {
  const row = await byId(tx, scope, conversationId).forUpdate().executeTakeFirst()
  return row && conversationOf(row)
}

function byId(tx: Tx, scope: AccountScope, conversationId: ConversationId) {
  return tx
    .selectFrom('conversation')
    .select(CONVERSATION_COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
}

/** Ids of the conversations about an order, oldest first, at most ten; none is an empty list. */
export async function listConversationsOfOrder(
  tx: Tx,
  scope: AccountScope,
  orderId: string,
): Promise<readonly ConversationId[]> {
  const rows = await tx
    .selectFrom('conversation')
    .select('conversation_id')
    .where('account_id', '=', scope.accountId)
    .where('order_id', '=', orderId)
    .orderBy('conversation_id')
    .limit(ORDER_CONVERSATIONS_LIMIT)
    .execute()
  return rows.map((row) => row.conversation_id)
}

/** Writes what the answer clock says, and one version more. */
export async function setClock(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
  clock: {
    readonly state: ConversationState
    readonly unansweredSince: Date | undefined
    readonly dueAt: Date | undefined
    readonly claimAt: Date | undefined
    readonly reopened: ReopenReason | undefined
  },
): Promise<void> {
  await tx
    .updateTable('conversation')
    .set((column) => ({
      state: clock.state,
      unanswered_since: clock.unansweredSince ?? null,
      due_at: clock.dueAt ?? null,
      claim_at: clock.claimAt ?? null,
      reopened: clock.reopened ?? null,
      version: column('version', '+', 1),
    }))
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .execute()
}

/** Writes what a new message changes of the face: when, how it begins, whether something was redacted. */
export async function setFace(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
  face: {
    readonly lastMessageAt: Date
    readonly hasRedactions: boolean
    readonly buyerFace: SealedText
    readonly textFace: SealedText
  },
): Promise<void> {
  await tx
    .updateTable('conversation')
    .set({
      last_message_at: face.lastMessageAt,
      has_redactions: face.hasRedactions,
      person_sealed: face.buyerFace,
      text_sealed: face.textFace,
    })
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .execute()
}

type ConversationColumns = Pick<Tables['conversation'], (typeof CONVERSATION_COLUMNS)[number]>

/** A row of `CONVERSATION_COLUMNS` as the model names it. */
export function conversationOf(row: ConversationColumns): ConversationRow {
  return {
    accountId: row.account_id,
    id: row.conversation_id,
    mailboxId: row.mailbox_id,
    state: row.state,
    version: row.version,
    marketplaceId: row.marketplace_id ?? undefined,
    orderId: row.order_id ?? undefined,
    assignee: row.assignee ?? undefined,
    unansweredSince: row.unanswered_since ?? undefined,
    dueAt: row.due_at ?? undefined,
    claimAt: row.claim_at ?? undefined,
    reopened: row.reopened ?? undefined,
    lastMessageAt: row.last_message_at,
    hasRedactions: row.has_redactions,
    buyerFace: row.person_sealed,
    textFace: row.text_sealed,
  }
}
