import type { ConversationId, DraftId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { SealedText } from '../seal/sealed-body.ts'
import type { Tx } from './database.ts'

/** A draft as the table has it; its text is sealed. It is written over and never deleted, so that versions only grow. */
export interface DraftRow {
  readonly id: DraftId
  readonly version: number
  readonly changedAt: Date
  readonly body: Uint8Array
}

/** The person's draft in a conversation, or nothing. */
export async function findDraft(
  tx: Tx,
  scope: AccountScope,
  conversationId: ConversationId,
): Promise<DraftRow | undefined> {
  const row = await tx
    .selectFrom('draft')
    .select(['draft_id', 'version', 'changed_at', 'body_sealed'])
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', '=', conversationId)
    .where('person_id', '=', scope.personId)
    .executeTakeFirst()
  return row && { id: row.draft_id, version: row.version, changedAt: row.changed_at, body: row.body_sealed }
}

/** Writes a first draft. Returns whether it was written: false when the person has one here already. */
export async function insertDraft(
  tx: Tx,
  scope: AccountScope,
  draft: {
    readonly id: DraftId
    readonly conversationId: ConversationId
    readonly body: SealedText
    readonly changedAt: Date
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('draft')
    .values({
      account_id: scope.accountId,
      draft_id: draft.id,
      conversation_id: draft.conversationId,
      person_id: scope.personId,
      version: 1,
      changed_at: draft.changedAt,
      body_sealed: draft.body,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'conversation_id', 'person_id']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Writes over version `from`. Returns whether it was still that version. */
export async function updateDraft(
  tx: Tx,
  scope: AccountScope,
  draft: { readonly id: DraftId; readonly from: number; readonly body: SealedText; readonly changedAt: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('draft')
    .set({ version: draft.from + 1, changed_at: draft.changedAt, body_sealed: draft.body })
    .where('account_id', '=', scope.accountId)
    .where('draft_id', '=', draft.id)
    .where('person_id', '=', scope.personId)
    .where('version', '=', draft.from)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
