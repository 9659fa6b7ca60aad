import { sql } from 'kysely'

import { LOST_REPLY_STATES } from '../model/reply.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** When a buyer message came, and when its first answer reached Amazon. */
export interface AnswerTimes {
  readonly askedAt: Date
  readonly answeredAt: Date | undefined
  /** A person said that it needs no response. */
  readonly isExcluded: boolean
}

/**
 * The buyer messages that an account received since an instant, in no order. A reply answers those up to the one that
 * its writer saw, by their ids: a machine's clock may have been set back in between, but no answer is older than its
 * message. A verified copy of an answer written in Seller Central answers what Amazon had until then. One pass over all
 * conversations together.
 */
export async function listAnswerTimes(tx: Tx, scope: AccountScope, since: Date): Promise<readonly AnswerTimes[]> {
  const { rows } = await sql<{ asked_at: Date; answered_at: Date | null; is_excluded: boolean }>`
    with spoken as materialized (
      select conversation_id, message_id, at, kind
        from message
       where account_id = ${scope.accountId} and at >= ${since}::timestamptz and kind in ('buyer', 'copy')
         and case kind when 'buyer' then not is_history else authenticity = 'verified' end
    ), event as (
      select conversation_id, message_id, at, kind = 'buyer' as asks,
             case kind when 'copy' then at end as copied_at, null::timestamptz as sent_at
        from spoken
      union all
      select conversation_id, answers_message_id, null, false, null, sent_at
        from outbox
       where account_id = ${scope.accountId} and sent_at is not null
         and state <> all(${[...LOST_REPLY_STATES]}::text[])
         and conversation_id in (select conversation_id from spoken)
    ), answered as (
      select message_id, at, asks,
             min(sent_at) over (partition by conversation_id order by message_id desc) as sent_at,
             min(copied_at) over (partition by conversation_id order by at desc) as copied_at
        from event
    )
    select a.at as asked_at, n.message_id is not null as is_excluded,
           least(case when a.sent_at is not null then greatest(a.sent_at, a.at) end, a.copied_at) as answered_at
      from answered a
      left join no_response n on n.account_id = ${scope.accountId} and n.message_id = a.message_id
     where a.asks`.execute(tx)
  return rows.map((row) => ({
    askedAt: row.asked_at,
    answeredAt: row.answered_at ?? undefined,
    isExcluded: row.is_excluded,
  }))
}
