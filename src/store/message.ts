import type { ConversationId, ReplyId } from '../model/ids.ts'
import type { Message, MessageKind } from '../model/message.ts'
import type { Redaction } from '../model/redaction.ts'
import type { AccountScope } from '../model/scope.ts'
import type { SealedText } from '../seal/sealed-body.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

/** A message as the table has it; its text is sealed. */
export interface MessageRow extends Omit<Message, 'accountId' | 'text'> {
  readonly body: Uint8Array
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
] as const

/** Longest thread that is shown; older messages are behind it. */
const THREAD_LIMIT = 500

/** Writes a message once. Returns false when one with the same `dedupe` is there: receiving twice is harmless. */
export async function insertMessage(
  tx: Tx,
  scope: AccountScope,
  message: Omit<MessageRow, 'body'> & { readonly dedupe: string; readonly body: SealedText },
): Promise<boolean> {
  const result = await tx
    .insertInto('message')
    .values({
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
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'dedupe']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Whether a mail with this keyed hash is already stored in the account. */
export async function hasMessage(tx: Tx, scope: AccountScope, dedupe: string): Promise<boolean> {
  const row = await tx
    .selectFrom('message')
    .select('message_id')
    .where('account_id', '=', scope.accountId)
    .where('dedupe', '=', dedupe)
    .executeTakeFirst()
  return row !== undefined
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

/** Who spoke when in a conversation, in order: what the answer clock reckons from. */
export async function listMessageTimes(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<readonly { readonly kind: MessageKind; readonly at: Date; readonly replyId: ReplyId | undefined }[]> {
  const rows = await tx
    .selectFrom('message')
    .select(['kind', 'at', 'reply_id'])
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .orderBy('message_id')
    .execute()
  return rows.map((row) => ({ kind: row.kind, at: row.at, replyId: row.reply_id ?? undefined }))
}

type MessageColumns = Pick<Tables['message'], Exclude<(typeof COLUMNS)[number], 'redactions'>>

function messageOf(row: MessageColumns & { readonly redactions: readonly Redaction[] }): MessageRow {
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
  }
}
