import type { ReplyId } from '../model/ids.ts'
import type { ReplyFiled } from '../model/reply.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** Writes what the Sent folder says of a reply. */
export async function setFiled(tx: Tx, scope: AccountScope, replyId: ReplyId, filed: ReplyFiled): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ filed })
    .where('account_id', '=', scope.accountId)
    .where('reply_id', '=', replyId)
    .execute()
}

/** Writes when a reply left, over what was reckoned before: the answer of our mail server knows best. */
export async function setSentAt(tx: Tx, scope: AccountScope, replyId: ReplyId, sentAt: Date): Promise<void> {
  await tx
    .updateTable('outbox')
    .set({ sent_at: sentAt })
    .where('account_id', '=', scope.accountId)
    .where('reply_id', '=', replyId)
    .execute()
}
