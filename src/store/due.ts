import { sql } from 'kysely'

import type { ClockKind } from '../model/deadline.ts'
import type { ConversationId, DeadlineId, ReplyId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import { CONVERSATION_COLUMNS, conversationOf, type ConversationRow } from './conversation.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

const OF_CONVERSATION = sql.join(CONVERSATION_COLUMNS.map((column) => sql.ref(`c.${column}`)))

/** What a clock can be of. */
export type DueId = ConversationId | DeadlineId | ReplyId

/** A clock that runs against us. */
export interface DueRow {
  readonly kind: ClockKind
  readonly objectId: DueId
  readonly startsAt: Date
  readonly dueAt: Date
  readonly conversation: ConversationRow
}

/** Where the last page ended. No two clocks of one thing are due at one instant. */
export interface DueCursor {
  readonly at: Date
  readonly id: DueId
}

/**
 * All that runs in an account, due first: answers and claims that may come of them, deadlines that are not settled, and
 * replies that can still be undone. A page in keyset order; empty when nothing runs.
 */
export async function listDues(
  tx: Tx,
  scope: AccountScope,
  page: { readonly answerMs: number; readonly after: DueCursor | undefined; readonly limit: number },
): Promise<readonly DueRow[]> {
  const { rows } = await sql<
    { kind: ClockKind; object_id: DueId; starts_at: Date; ends_at: Date } & Tables['conversation']
  >`
    with waiting as (
      select conversation_id, unanswered_since, claim_at
        from conversation
       where account_id = ${scope.accountId} and state = 'needs-reply' and unanswered_since is not null
    ), due as (
      select 'answer' as kind, conversation_id as object_id, conversation_id, unanswered_since as starts_at,
             unanswered_since + ${page.answerMs}::double precision * interval '1 millisecond' as ends_at
        from waiting
      union all
      select 'claim-risk', conversation_id, conversation_id, unanswered_since, claim_at
        from waiting
       where claim_at is not null
      union all
      select kind, deadline_id, conversation_id, starts_at, due_at
        from deadline
       where account_id = ${scope.accountId} and settled_at is null
      union all
      select 'undo', reply_id, conversation_id, created_at, not_before
        from outbox
       where account_id = ${scope.accountId} and state = 'queued'
    )
    select d.kind, d.object_id, d.starts_at, d.ends_at, ${OF_CONVERSATION}
      from due d
      join conversation c on c.account_id = ${scope.accountId} and c.conversation_id = d.conversation_id
     where ${page.after ? sql`(d.ends_at, d.object_id) > (${page.after.at}::timestamptz, ${page.after.id})` : sql`true`}
     order by d.ends_at, d.object_id
     limit ${page.limit}`.execute(tx)
  return rows.map((row) => ({
    kind: row.kind,
    objectId: row.object_id,
    startsAt: row.starts_at,
    dueAt: row.ends_at,
    conversation: conversationOf(row),
  }))
}
