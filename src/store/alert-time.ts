import { sql } from 'kysely'

import type { AccountId, ConversationId } from '../model/ids.ts'
import type { AccountScope, PersonScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** A conversation by its account, for the desk, whose accounts are many. */
export interface ConversationPlace {
  readonly accountId: AccountId
  readonly conversationId: ConversationId
}

/** Conversations in a person's accounts of which somebody has to be told by an instant, the earliest first. */
export async function listAlertsDue(
  tx: Tx,
  scope: PersonScope,
  due: { readonly by: Date; readonly limit: number },
): Promise<readonly ConversationPlace[]> {
  return tx
    .selectFrom('conversation')
    .innerJoin('membership', 'membership.account_id', 'conversation.account_id')
    .select(['conversation.account_id as accountId', 'conversation.conversation_id as conversationId'])
    .where('membership.person_id', '=', scope.personId)
    .where('conversation.alert_at', '<=', due.by)
    .orderBy('conversation.alert_at')
    .limit(due.limit)
    .execute()
}

/** Writes when somebody has to be told of some conversations next. No version more: nothing of them changed. */
export async function setAlertTimes(
  tx: Tx,
  scope: AccountScope,
  times: readonly { readonly id: ConversationId; readonly alertAt: Date | undefined }[],
): Promise<void> {
  if (times.length === 0) return
  await sql`update conversation c set alert_at = n.alert
    from unnest(${times.map(({ id }) => id)}::bigint[],
      ${times.map(({ alertAt }) => alertAt?.toISOString() ?? null)}::timestamptz[]) as n(id, alert)
    where c.account_id = ${scope.accountId} and c.conversation_id = n.id`.execute(tx)
}
