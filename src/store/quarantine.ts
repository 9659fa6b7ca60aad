import type { MailboxId, QuarantineId } from '../model/ids.ts'
import type { QuarantineReason } from '../model/quarantined-mail.ts'
import type { AccountScope } from '../model/scope.ts'
import type { SealedText } from '../seal/sealed-body.ts'
import type { SealedRaw } from '../seal/sealed-raw.ts'
import type { Tx } from './database.ts'

/** A quarantined mail as lists show it; its extract is redacted and sealed. The raw mail is not among the columns. */
export interface QuarantineRow {
  readonly id: QuarantineId
  readonly mailboxId: MailboxId
  readonly reason: QuarantineReason
  readonly receivedAt: Date
  readonly dueAt: Date
  readonly sizeBytes: number
  readonly wrappedKey: Uint8Array
  readonly extract: Uint8Array
}

/** Most quarantined mails on a page. */
const QUARANTINE_PAGE = 200

/** Keeps a mail nobody could place, once. Returns false when the same mail is there already. */
export async function insertQuarantine(
  tx: Tx,
  scope: AccountScope,
  mail: Omit<QuarantineRow, 'extract'> & {
    readonly destroyAt: Date
    readonly dedupe: string
    readonly extract: SealedText
    readonly raw: SealedRaw
  },
): Promise<boolean> {
  const result = await tx
    .insertInto('quarantine')
    .values({
      account_id: scope.accountId,
      quarantine_id: mail.id,
      mailbox_id: mail.mailboxId,
      reason: mail.reason,
      received_at: mail.receivedAt,
      due_at: mail.dueAt,
      destroy_at: mail.destroyAt,
      size_bytes: mail.sizeBytes,
      dedupe: mail.dedupe,
      wrapped_key: mail.wrappedKey,
      extract_sealed: mail.extract,
      raw_sealed: mail.raw,
    })
    .onConflict((conflict) => conflict.columns(['account_id', 'dedupe']).doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Quarantined mails, the one due first on top, at most 200. */
export async function listQuarantine(tx: Tx, scope: AccountScope): Promise<readonly QuarantineRow[]> {
  const rows = await tx
    .selectFrom('quarantine')
    .select([
      'quarantine_id',
      'mailbox_id',
      'reason',
      'received_at',
      'due_at',
      'size_bytes',
      'wrapped_key',
      'extract_sealed',
    ])
    .where('account_id', '=', scope.accountId)
    .orderBy('due_at')
    .orderBy('quarantine_id')
    .limit(QUARANTINE_PAGE)
    .execute()
  return rows.map((row) => ({
    id: row.quarantine_id,
    mailboxId: row.mailbox_id,
    reason: row.reason,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    sizeBytes: row.size_bytes,
    wrappedKey: row.wrapped_key,
    extract: row.extract_sealed,
  }))
}
