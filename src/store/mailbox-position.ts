import type { MailboxId } from '../model/ids.ts'
import type { MailboxPosition } from '../model/mailbox-source.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** A position and when it moved there. */
export interface PositionRow extends MailboxPosition {
  readonly movedAt: Date
}

/** How far a mailbox was fetched; nothing before its first mail. */
export async function findPosition(
  tx: Tx,
  scope: AccountScope,
  mailboxId: MailboxId,
): Promise<MailboxPosition | undefined> {
  const row = await tx
    .selectFrom('mailbox_position')
    .select(['uid_validity', 'last_uid'])
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .executeTakeFirst()
  return row && { uidValidity: row.uid_validity, lastUid: row.last_uid }
}

/** The place a mailbox is fetched from now, as the ledger and the quarantine name it; 0 when none was ever set. */
export async function findOrigin(tx: Tx, scope: AccountScope, mailboxId: MailboxId): Promise<number> {
  const row = await tx
    .selectFrom('mailbox_position')
    .select('origin')
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .executeTakeFirst()
  return row?.origin ?? 0
}

/** The positions of an account, by mailbox. */
export async function listPositions(tx: Tx, scope: AccountScope): Promise<ReadonlyMap<MailboxId, PositionRow>> {
  const rows = await tx
    .selectFrom('mailbox_position')
    .select(['mailbox_id', 'uid_validity', 'last_uid', 'moved_at'])
    .where('account_id', '=', scope.accountId)
    .execute()
  return new Map(
    rows.map((row) => [
      row.mailbox_id,
      { uidValidity: row.uid_validity, lastUid: row.last_uid, movedAt: row.moved_at },
    ]),
  )
}

/**
 * Moves a position from where the caller read it; `from` undefined begins one. Returns false, and moves nothing, when
 * it is no longer there: somebody else moved it, or the mailbox is fetched from elsewhere now.
 */
export async function movePosition(
  tx: Tx,
  scope: AccountScope,
  mailboxId: MailboxId,
  move: { readonly from: MailboxPosition | undefined; readonly to: MailboxPosition; readonly at: Date },
): Promise<boolean> {
  const { from, to, at } = move
  const values = { uid_validity: to.uidValidity, last_uid: to.lastUid, moved_at: at }
  if (from === undefined) {
    const begun = await tx
      .insertInto('mailbox_position')
      .values({ account_id: scope.accountId, mailbox_id: mailboxId, ...values, origin: 0 })
      .onConflict((conflict) => conflict.columns(['account_id', 'mailbox_id']).doNothing())
      .executeTakeFirst()
    return begun.numInsertedOrUpdatedRows === 1n
  }
  const moved = await tx
    .updateTable('mailbox_position')
    .set(values)
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .where('uid_validity', '=', from.uidValidity)
    .where('last_uid', '=', from.lastUid)
    .executeTakeFirst()
  return moved.numUpdatedRows === 1n
}

/**
 * UIDVALIDITY of a position that nothing was fetched for yet. No server has it, so that every mail of any server comes
 * after it.
 */
export const UNFETCHED_UID_VALIDITY = 0

/**
 * Begins a mailbox anew, before its first mail, at another place. The begun position bears the instant, so that it is not
 * the one which a watcher of an earlier source began from, and what that one still brings does not move it.
 */
export async function beginPosition(tx: Tx, scope: AccountScope, mailboxId: MailboxId, at: Date): Promise<void> {
  const instant = at.getTime()
  const values = { uid_validity: UNFETCHED_UID_VALIDITY, last_uid: instant, moved_at: at, origin: instant }
  await tx
    .insertInto('mailbox_position')
    .values({ account_id: scope.accountId, mailbox_id: mailboxId, ...values })
    .onConflict((conflict) => conflict.columns(['account_id', 'mailbox_id']).doUpdateSet(values))
    .execute()
}

/** Forgets how far a mailbox was fetched. */
export async function deletePosition(tx: Tx, scope: AccountScope, mailboxId: MailboxId): Promise<void> {
  await tx
    .deleteFrom('mailbox_position')
    .where('account_id', '=', scope.accountId)
    .where('mailbox_id', '=', mailboxId)
    .execute()
}
