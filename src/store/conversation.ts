import { sql } from 'kysely'

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

/** A conversation to be written. */
export interface NewConversation {
  readonly id: ConversationId
  readonly mailboxId: MailboxId
  readonly marketplaceId: string | undefined
  readonly orderId: string | undefined
  readonly lastMessageAt: Date
  readonly hasRedactions: boolean
  readonly buyerFace: SealedText
  readonly textFace: SealedText
}

/** Writes new conversations, version 1, waiting; `setClocks` then says whether an answer is due. */
export async function insertConversations(
  tx: Tx,
  scope: AccountScope,
  conversations: readonly NewConversation[],
): Promise<void> {
  if (conversations.length === 0) return
  await tx
    .insertInto('conversation')
    .values(
      conversations.map((conversation) => ({
        account_id: scope.accountId,
        conversation_id: conversation.id,
        mailbox_id: conversation.mailboxId,
        state: 'waiting' as const,
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
        alert_at: null,
      })),
    )
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

/** Some conversations by id, locked as by `lockConversation`, lowest id first so that two lockers never wait in a ring. */
export async function lockConversations(
  tx: Tx,
  scope: AccountScope,
  conversationIds: readonly ConversationId[],
): Promise<readonly ConversationRow[]> {
  if (conversationIds.length === 0) return []
  const rows = await byIds(tx, scope, conversationIds).orderBy('conversation_id').forUpdate().execute()
  return rows.map(conversationOf)
}

function byIds(tx: Tx, scope: AccountScope, conversationIds: readonly ConversationId[]) {
  return tx
    .selectFrom('conversation')
    .select(CONVERSATION_COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', 'in', conversationIds)
}

/** The newest conversation of each of these orders, by order id; an order without one is not in the map. */
export async function newestOfOrders(
  tx: Tx,
  scope: AccountScope,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, ConversationId>> {
  if (orderIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('conversation')
    .select(['order_id', (column) => column.fn.max('conversation_id').as('newest')])
    .where('account_id', '=', scope.accountId)
    .where('order_id', 'in', orderIds)
    .groupBy('order_id')
    .execute()
  return new Map(rows.flatMap((row) => (row.order_id === null ? [] : [[row.order_id, row.newest] as const])))
}

/** Some conversations by id; one that is not there is left out. */
export async function findConversations(
  tx: Tx,
  scope: AccountScope,
  conversationIds: readonly ConversationId[],
): Promise<readonly ConversationRow[]> {
  if (conversationIds.length === 0) return []
  return (await byIds(tx, scope, conversationIds).execute()).map(conversationOf)
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

/** What the clocks of a conversation say. */
export interface ClockColumns {
  readonly id: ConversationId
  readonly state: ConversationState
  readonly unansweredSince: Date | undefined
  readonly dueAt: Date | undefined
  readonly claimAt: Date | undefined
  readonly reopened: ReopenReason | undefined
  /** When one of them has to be told of next. */
  readonly alertAt: Date | undefined
}

/** Writes what the clocks of some conversations say, and one version more each. */
export async function setClocks(tx: Tx, scope: AccountScope, clocks: readonly ClockColumns[]): Promise<void> {
  if (clocks.length === 0) return
  const instants = (pick: (clock: ClockColumns) => Date | undefined) =>
    clocks.map((clock) => pick(clock)?.toISOString() ?? null)
  await sql`update conversation c set state = n.state, unanswered_since = n.since, due_at = n.due, claim_at = n.claim,
      reopened = n.reopened, alert_at = n.alert, version = c.version + 1
    from unnest(${clocks.map(({ id }) => id)}::bigint[], ${clocks.map(({ state }) => state)}::text[],
      ${instants(({ unansweredSince }) => unansweredSince)}::timestamptz[], ${instants(({ dueAt }) => dueAt)}::timestamptz[],
      ${instants(({ claimAt }) => claimAt)}::timestamptz[], ${clocks.map(({ reopened }) => reopened ?? null)}::text[],
      ${instants(({ alertAt }) => alertAt)}::timestamptz[])
      as n(id, state, since, due, claim, reopened, alert)
    where c.account_id = ${scope.accountId} and c.conversation_id = n.id`.execute(tx)
}

/** What a new message changes of the face: when, how it begins, whether something was redacted. */
export interface ConversationFace {
  readonly id: ConversationId
  readonly orderId: string | undefined
  readonly lastMessageAt: Date
  readonly hasRedactions: boolean
  readonly buyerFace: SealedText
  readonly textFace: SealedText
}

/** Writes the faces of some conversations. An order that is known stays. */
export async function setFaces(tx: Tx, scope: AccountScope, faces: readonly ConversationFace[]): Promise<void> {
  if (faces.length === 0) return
  await sql`update conversation c set last_message_at = n.at, has_redactions = n.redacted, person_sealed = n.person,
      text_sealed = n.text, order_id = coalesce(c.order_id, n.order_id)
    from unnest(${faces.map(({ id }) => id)}::bigint[], ${faces.map(({ lastMessageAt }) => lastMessageAt.toISOString())}::timestamptz[],
      ${faces.map(({ hasRedactions }) => hasRedactions)}::boolean[], ${faces.map(({ buyerFace }) => Buffer.from(buyerFace))}::bytea[],
      ${faces.map(({ textFace }) => Buffer.from(textFace))}::bytea[], ${faces.map(({ orderId }) => orderId ?? null)}::text[])
      as n(id, at, redacted, person, text, order_id)
    where c.account_id = ${scope.accountId} and c.conversation_id = n.id`.execute(tx)
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
