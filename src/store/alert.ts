import { sql } from 'kysely'

import type { Alert, AlertEnd, AlertKind } from '../model/alert.ts'
import type { AlertId, ConversationId } from '../model/ids.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

const COLUMNS = [
  'alert_id',
  'conversation_id',
  'kind',
  'object_id',
  'due_at',
  'raised_at',
  'ended_at',
  'ended_by',
] as const

/** Writes alerts, each once for its thing and instant. Returns those that were new; one that a person ended stays ended. */
export async function insertAlerts(
  tx: Tx,
  scope: AccountScope,
  alerts: readonly Omit<Alert, 'ended'>[],
): Promise<readonly Alert[]> {
  if (alerts.length === 0) return []
  const rows = await tx
    .insertInto('alert')
    .values(
      alerts.map((alert) => ({
        account_id: scope.accountId,
        alert_id: alert.id,
        conversation_id: alert.conversationId ?? null,
        kind: alert.kind,
        object_id: alert.objectId,
        due_at: alert.dueAt,
        raised_at: alert.raisedAt,
        ended_at: null,
        ended_by: null,
      })),
    )
    .onConflict((conflict) => conflict.columns(['account_id', 'kind', 'object_id', 'due_at']).doNothing())
    .returning(COLUMNS)
    .execute()
  return rows.map(alertOf)
}

/** The open alerts about some conversations. */
export async function listOpenAlertsOf(
  tx: Tx,
  scope: AccountScope,
  conversationIds: readonly ConversationId[],
): Promise<readonly Alert[]> {
  if (conversationIds.length === 0) return []
  const rows = await tx
    .selectFrom('alert')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('conversation_id', 'in', conversationIds)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(alertOf)
}

/** The open alerts of a kind about some things. */
export async function listOpenAlertsAbout(
  tx: Tx,
  scope: AccountScope,
  kind: AlertKind,
  objectIds: readonly number[],
): Promise<readonly Alert[]> {
  if (objectIds.length === 0) return []
  const rows = await tx
    .selectFrom('alert')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('kind', '=', kind)
    .where('object_id', 'in', objectIds)
    .where('ended_at', 'is', null)
    .execute()
  return rows.map(alertOf)
}

/** Where the last page of alerts ended. */
export interface AlertCursor {
  readonly at: Date
  readonly id: AlertId
}

/** A page of the open alerts of an account, the one due first on top. */
export async function listOpenAlerts(
  tx: Tx,
  scope: AccountScope,
  page: { readonly after: AlertCursor | undefined; readonly limit: number },
): Promise<readonly Alert[]> {
  const { after } = page
  let query = tx
    .selectFrom('alert')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('ended_at', 'is', null)
  if (after) query = query.where(sql<boolean>`(due_at, alert_id) > (${after.at}, ${after.id})`)
  const rows = await query.orderBy('due_at').orderBy('alert_id').limit(page.limit).execute()
  return rows.map(alertOf)
}

/** How many alerts of the account are open. */
export async function countOpenAlerts(tx: Tx, scope: AccountScope): Promise<number> {
  const row = await tx
    .selectFrom('alert')
    .select((column) => column.fn.countAll<number>().as('open'))
    .where('account_id', '=', scope.accountId)
    .where('ended_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.open
}

/** One alert, or nothing. */
export async function findAlert(tx: Tx, scope: AccountScope, id: AlertId): Promise<Alert | undefined> {
  const row = await tx
    .selectFrom('alert')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('alert_id', '=', id)
    .executeTakeFirst()
  return row && alertOf(row)
}

/** Ends alerts that are open. Returns those it ended. */
export async function endAlerts(
  tx: Tx,
  scope: AccountScope,
  end: { readonly ids: readonly AlertId[]; readonly at: Date; readonly by: AlertEnd },
): Promise<readonly Alert[]> {
  if (end.ids.length === 0) return []
  const rows = await tx
    .updateTable('alert')
    .set({ ended_at: end.at, ended_by: end.by })
    .where('account_id', '=', scope.accountId)
    .where('alert_id', 'in', end.ids)
    .where('ended_at', 'is', null)
    .returning(COLUMNS)
    .execute()
  return rows.map(alertOf)
}

function alertOf(row: Pick<Tables['alert'], (typeof COLUMNS)[number]>): Alert {
  return {
    id: row.alert_id,
    conversationId: row.conversation_id ?? undefined,
    kind: row.kind,
    objectId: row.object_id,
    dueAt: row.due_at,
    raisedAt: row.raised_at,
    ended: row.ended_at && row.ended_by ? { at: row.ended_at, by: row.ended_by } : undefined,
  }
}
