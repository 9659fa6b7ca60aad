import type { MailboxId, QuarantineId } from '../model/ids.ts'
import type { MailOnServer, QuarantineState, ReleaseProblem } from '../model/quarantined-mail.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** Where the bytes of a quarantined mail are: sealed here, or on its server under a number. For the desk alone. */
export interface QuarantinedBytes {
  readonly mailboxId: MailboxId
  readonly state: QuarantineState
  readonly receivedAt: Date
  readonly wrappedKey: Uint8Array
  readonly raw: Uint8Array | undefined
  readonly onServer: MailOnServer | undefined
}

/** Where the bytes of a mail are, or nothing. Row security lets whoever sees the mail read this; only a release asks. */
export async function findQuarantinedBytes(
  tx: Tx,
  scope: AccountScope,
  id: QuarantineId,
): Promise<QuarantinedBytes | undefined> {
  const row = await tx
    .selectFrom('quarantine')
    .select(['mailbox_id', 'state', 'received_at', 'wrapped_key', 'raw_sealed', 'origin', 'uid_validity', 'uid'])
    .where('account_id', '=', scope.accountId)
    .where('quarantine_id', '=', id)
    .executeTakeFirst()
  return (
    row && {
      mailboxId: row.mailbox_id,
      state: row.state,
      receivedAt: row.received_at,
      wrappedKey: row.wrapped_key,
      raw: row.raw_sealed ?? undefined,
      onServer:
        row.origin === null || row.uid_validity === null || row.uid === null
          ? undefined
          : { origin: row.origin, uidValidity: row.uid_validity, uid: row.uid },
    }
  )
}

/**
 * Ends a release: the mail is in and its bytes are forgotten, or it is held again with the reason. Returns false when it
 * is not being released, or not there.
 */
export async function endRelease(
  tx: Tx,
  scope: AccountScope,
  end: { readonly id: QuarantineId; readonly problem: ReleaseProblem | undefined },
): Promise<boolean> {
  const { id, problem } = end
  const result = await tx
    .updateTable('quarantine')
    .set(
      problem === undefined
        ? { state: 'released', raw_sealed: null }
        : { state: 'held', decided_by: null, decided_at: null, release_problem: problem },
    )
    .where('account_id', '=', scope.accountId)
    .where('quarantine_id', '=', id)
    .where('state', '=', 'releasing')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Mails whose release began before an instant and did not end. */
export async function listStuckReleases(tx: Tx, scope: AccountScope, before: Date): Promise<readonly QuarantineId[]> {
  const rows = await tx
    .selectFrom('quarantine')
    .select('quarantine_id')
    .where('account_id', '=', scope.accountId)
    .where('state', '=', 'releasing')
    .where('decided_at', '<', before)
    .orderBy('quarantine_id')
    .execute()
  return rows.map((row) => row.quarantine_id)
}
