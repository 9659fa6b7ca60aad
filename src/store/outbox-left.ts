import type { AccountId, ReplyId } from '../model/ids.ts'
import type { ReplyState } from '../model/reply.ts'
import type { PersonScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** A reply by its account, for the desk, whose accounts are many. */
interface ReplyPlace {
  readonly accountId: AccountId
  readonly replyId: ReplyId
}

/** Replies in a person's accounts that have been `sending` since before an instant: nobody will end them any more. */
export async function listStuckReplies(tx: Tx, scope: PersonScope, before: Date): Promise<readonly ReplyPlace[]> {
  return inState(tx, scope, 'sending').where('outbox.changed_at', '<', before).execute()
}

/** Replies in a person's accounts that should have left before an instant and are still queued: their job is lost. */
export async function listOverdueReplies(tx: Tx, scope: PersonScope, before: Date): Promise<readonly ReplyPlace[]> {
  return inState(tx, scope, 'queued').where('outbox.not_before', '<', before).execute()
}

function inState(tx: Tx, scope: PersonScope, state: ReplyState) {
  return tx
    .selectFrom('outbox')
    .innerJoin('membership', 'membership.account_id', 'outbox.account_id')
    .select(['outbox.account_id as accountId', 'outbox.reply_id as replyId'])
    .where('membership.person_id', '=', scope.personId)
    .where('outbox.state', '=', state)
}
