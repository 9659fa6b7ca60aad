import type { AttachmentId, ConversationId, MessageId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { SealedText } from '../seal/sealed-body.ts'
import type { SealedRaw } from '../seal/sealed-raw.ts'
import type { Tx } from './database.ts'

/** An attachment as lists show it; its name is sealed. Its bytes are not among the columns. */
export interface AttachmentRow {
  readonly id: AttachmentId
  readonly messageId: MessageId
  readonly kind: string
  readonly isRisky: boolean
  readonly sizeBytes: number
  /** Whether its bytes are kept. */
  readonly isKept: boolean
  readonly wrappedKey: Uint8Array
  readonly name: Uint8Array
}

/** An attachment to be written. */
export interface NewAttachment extends Omit<AttachmentRow, 'isKept' | 'name'> {
  readonly conversationId: ConversationId
  readonly position: number
  readonly destroyAt: Date
  readonly name: SealedText
  readonly raw: SealedRaw | undefined
}

/** Writes attachments of new messages. */
export async function insertAttachments(
  tx: Tx,
  scope: AccountScope,
  attachments: readonly NewAttachment[],
): Promise<void> {
  if (attachments.length === 0) return
  await tx
    .insertInto('attachment')
    .values(
      attachments.map((attachment) => ({
        account_id: scope.accountId,
        attachment_id: attachment.id,
        conversation_id: attachment.conversationId,
        message_id: attachment.messageId,
        position: attachment.position,
        kind: attachment.kind,
        is_risky: attachment.isRisky,
        size_bytes: attachment.sizeBytes,
        destroy_at: attachment.destroyAt,
        wrapped_key: attachment.wrappedKey,
        name_sealed: attachment.name,
        raw_sealed: attachment.raw ?? null,
      })),
    )
    .execute()
}

/** The attachments of a conversation, in the order of their mails and of the parts within. */
export async function listAttachments(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<readonly AttachmentRow[]> {
  const rows = await tx
    .selectFrom('attachment')
    .select(['attachment_id', 'message_id', 'kind', 'is_risky', 'size_bytes', 'wrapped_key', 'name_sealed'])
    .select((column) => column('raw_sealed', 'is not', null).as('is_kept'))
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .orderBy('message_id')
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.attachment_id,
    messageId: row.message_id,
    kind: row.kind,
    isRisky: row.is_risky,
    sizeBytes: row.size_bytes,
    isKept: Boolean(row.is_kept),
    wrappedKey: row.wrapped_key,
    name: row.name_sealed,
  }))
}
