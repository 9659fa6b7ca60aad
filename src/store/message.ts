import type { ConversationId, MessageId } from '../model/ids.ts'
import { factsOf, type StoredFacts, storedFacts } from '../model/mail-facts.ts'
import type { Authenticity, Message, MessageKind } from '../model/message.ts'
import type { Redaction } from '../model/redaction.ts'
import type { AccountScope } from '../model/scope.ts'
import type { SealedText } from '../seal/sealed-body.ts'
import type { SealedLink } from '../seal/sealed-link.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** A message as the table has it; its text is sealed, and so is Amazon's link to mark it as needing no response. */
export interface MessageRow extends Omit<Message, 'accountId' | 'text'> {
  readonly body: Uint8Array
  readonly link: Uint8Array | undefined
}

const COLUMNS = [
  'message_id',
  'conversation_id',
  'direction',
  'kind',
  'at',
  'authenticity',
  'reply_id',
  'redactions',
  'body_sealed',
  'topic',
  'facts',
  'is_whole',
  'is_history',
  'link_sealed',
] as const

/** Longest thread that is shown; older messages are behind it. */
const THREAD_LIMIT = 500

/** A message to be written; `dedupe` is the keyed hash by which it is known again. */
export type NewMessage = Omit<MessageRow, 'body' | 'link'> & {
  readonly dedupe: string
  readonly body: SealedText
  readonly link: SealedLink | undefined
}

/** Writes messages, each once. Returns the ids of those that were new: receiving twice is harmless. */
export async function insertMessages(
  tx: Tx,
  scope: AccountScope,
  messages: readonly NewMessage[],
): Promise<ReadonlySet<MessageId>> {
  if (messages.length === 0) return new Set()
  const rows = await tx
    .insertInto('message')
    .values(messages.map((message) => rowOf(scope, message)))
    .onConflict((conflict) => conflict.columns(['account_id', 'dedupe']).doNothing())
    .returning('message_id')
    .execute()
  return new Set(rows.map((row) => row.message_id))
}

function rowOf(scope: AccountScope, message: NewMessage) {
  return {
    account_id: scope.accountId,
    message_id: message.id,
    conversation_id: message.conversationId,
    direction: message.direction,
    kind: message.kind,
    at: message.at,
    authenticity: message.authenticity,
    dedupe: message.dedupe,
    reply_id: message.replyId ?? null,
    redactions: JSON.stringify(message.redactions),
    body_sealed: message.body,
    topic: message.topic ?? null,
    facts: JSON.stringify(storedFacts(message.facts)),
    is_whole: message.isWhole,
    is_history: message.isHistory,
    link_sealed: message.link ?? null,
  }
}

/** Which of these keyed hashes are those of stored mails of the account. */
export async function knownMessages(
  tx: Tx,
  scope: AccountScope,
  dedupes: readonly string[],
): Promise<ReadonlySet<string>> {
  if (dedupes.length === 0) return new Set()
  const rows = await tx
    .selectFrom('message')
    .select('dedupe')
    .where('account_id', '=', scope.accountId)
    .where('dedupe', 'in', dedupes)
    .execute()
  return new Set(rows.map((row) => row.dedupe))
}

/** The newest messages of a conversation, oldest first, at most 500. */
export async function listMessages(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<readonly MessageRow[]> {
  const rows = await tx
    .selectFrom('message')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .orderBy('message_id', 'desc')
    .limit(THREAD_LIMIT)
    .execute()
  return rows.map(messageOf).reverse()
}

/** The buyer's last message of a conversation, or nothing. A reply answers this one. */
export async function findLastBuyerMessage(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<MessageRow | undefined> {
  const row = await tx
    .selectFrom('message')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .where('kind', '=', 'buyer')
    .orderBy('message_id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && messageOf(row)
}

/** When somebody spoke: what the answer clock reckons from. */
export interface MessageTime {
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly kind: MessageKind
  readonly at: Date
  readonly authenticity: Authenticity
  readonly isHistory: boolean
}

/** Who spoke when in some conversations, in order. */
export async function listMessageTimes(
  tx: Tx,
  scope: AccountScope,
  conversationIds: readonly ConversationId[],
): Promise<readonly MessageTime[]> {
  if (conversationIds.length === 0) return []
  const rows = await tx
    .selectFrom('message')
    .select(['message_id', 'conversation_id', 'kind', 'at', 'authenticity', 'is_history'])
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', 'in', conversationIds)
    .orderBy('message_id')
    .execute()
  return rows.map((row) => ({
    id: row.message_id,
    conversationId: row.conversation_id,
    kind: row.kind,
    at: row.at,
    authenticity: row.authenticity,
    isHistory: row.is_history,
  }))
}

type MessageColumns = Pick<Tables['message'], Exclude<(typeof COLUMNS)[number], 'redactions' | 'facts'>>

function messageOf(
  row: MessageColumns & { readonly redactions: readonly Redaction[]; readonly facts: StoredFacts },
): MessageRow {
  return {
    id: row.message_id,
    conversationId: row.conversation_id,
    direction: row.direction,
    kind: row.kind,
    at: row.at,
    authenticity: row.authenticity,
    replyId: row.reply_id ?? undefined,
    redactions: row.redactions,
    body: row.body_sealed,
    link: row.link_sealed ?? undefined,
    topic: row.topic ?? undefined,
    facts: factsOf(row.facts),
    isWhole: row.is_whole,
    isHistory: row.is_history,
  }
}
