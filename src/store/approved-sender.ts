import type { ApprovedSender, SenderState } from '../model/approved-sender.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** The addresses replies of the account may leave from, and those Amazon refused, in the order of the alphabet. */
export async function listSenders(tx: Tx, scope: AccountScope): Promise<readonly ApprovedSender[]> {
  const rows = await tx
    .selectFrom('approved_sender')
    .select(['address', 'state', 'changed_at'])
    .where('account_id', '=', scope.accountId)
    .orderBy('address')
    .execute()
  return rows.map((row) => ({ address: row.address, state: row.state, changedAt: row.changed_at }))
}

/** Adds an address of which a person says that Amazon takes its mail. One that is known stays as it is, refused too. */
export async function addSender(tx: Tx, scope: AccountScope, address: string, at: Date): Promise<void> {
  await tx
    .insertInto('approved_sender')
    .values({ account_id: scope.accountId, address, state: 'approved', changed_at: at })
    .onConflict((conflict) => conflict.columns(['account_id', 'address']).doNothing())
    .execute()
}

/** Moves an address to a state it is not in. Returns whether it did; the loser of a race changes nothing. */
export async function moveSender(
  tx: Tx,
  scope: AccountScope,
  move: { readonly address: string; readonly to: SenderState; readonly at: Date },
): Promise<boolean> {
  const result = await tx
    .updateTable('approved_sender')
    .set({ state: move.to, changed_at: move.at })
    .where('account_id', '=', scope.accountId)
    .where('address', '=', move.address)
    .where('state', '!=', move.to)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
