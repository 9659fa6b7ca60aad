import { sql } from 'kysely'

import type { ConversationState } from '../model/conversation.ts'
import type { ConversationId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import { CONVERSATION_COLUMNS, conversationOf, type ConversationRow } from './conversation.ts'
import type { Tx } from './database.ts'

export type InboxView = 'needs-reply' | 'on-us' | 'waiting' | 'all'

/** Where the last page ended: the instant it was sorted by, and the id. */
export interface InboxCursor {
  readonly at: Date
  readonly id: ConversationId
}

/** A page of the inbox in keyset order: due first for `needs-reply`, newest first for the others. Empty when none match. */
export async function listInbox(
  tx: Tx,
  scope: AccountScope,
  page: { readonly view: InboxView; readonly after: InboxCursor | undefined; readonly limit: number },
): Promise<readonly ConversationRow[]> {
  const rows = await (page.view === 'needs-reply' ? byDueTime(tx, scope, page) : byNews(tx, scope, page))
  return rows.map(conversationOf)
}

/** How many conversations of the account wait for an answer; read from the index of the open ones. */
export async function countNeedsReply(tx: Tx, scope: AccountScope): Promise<number> {
  return count(tx, scope, 'needs-reply')
}

/** How many conversations wait for a word that we said would come; read from the index of those. */
export async function countOnUs(tx: Tx, scope: AccountScope): Promise<number> {
  return count(tx, scope, 'on-us')
}

async function count(tx: Tx, scope: AccountScope, state: ConversationState): Promise<number> {
  const row = await tx
    .selectFrom('conversation')
    .select((column) => column.fn.countAll<number>().as('count'))
    .where('account_id', '=', scope.accountId)
    // Written out, not a parameter: a plan for any state could not use an index of one.
    .where('state', '=', sql.lit(state))
    .executeTakeFirstOrThrow()
  return row.count
}

interface Page {
  readonly view: InboxView
  readonly after: InboxCursor | undefined
  readonly limit: number
}

function byDueTime(tx: Tx, scope: AccountScope, page: Page) {
  let query = tx
    .selectFrom('conversation')
    .select(CONVERSATION_COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('state', '=', 'needs-reply')
  const { after } = page
  if (after) query = query.where(sql<boolean>`(due_at, conversation_id) > (${after.at}, ${after.id})`)
  return query.orderBy('due_at').orderBy('conversation_id').limit(page.limit).execute()
}

function byNews(tx: Tx, scope: AccountScope, page: Page) {
  let query = tx.selectFrom('conversation').select(CONVERSATION_COLUMNS).where('account_id', '=', scope.accountId)
  const { after } = page
  if (page.view !== 'all') query = query.where('state', '=', page.view)
  if (after) query = query.where(sql<boolean>`(last_message_at, conversation_id) < (${after.at}, ${after.id})`)
  return query.orderBy('last_message_at', 'desc').orderBy('conversation_id', 'desc').limit(page.limit).execute()
}
