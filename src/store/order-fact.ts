import { sql } from 'kysely'

import type { ConversationId } from '../model/ids.ts'
import type { Order } from '../model/order.ts'
import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'
import type { Tables } from './tables.ts'

const COLUMNS = [
  'order_id',
  'marketplace_id',
  'fulfilled_by',
  'purchased_at',
  'ship_by_at',
  'latest_delivery_at',
  'programmes',
  'total_minor',
  'currency',
  'source',
] as const

/** What is known of one order, or nothing. */
export async function findOrder(tx: Tx, scope: AccountScope, orderId: string): Promise<Order | undefined> {
  return (await findOrders(tx, scope, [orderId])).get(orderId)
}

/** What is known of some orders, by id; an unknown one is not in the map. */
export async function findOrders(
  tx: Tx,
  scope: AccountScope,
  orderIds: readonly string[],
): Promise<ReadonlyMap<string, Order>> {
  if (orderIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('order_fact')
    .select(COLUMNS)
    .where('account_id', '=', scope.accountId)
    .where('order_id', 'in', orderIds)
    .execute()
  return new Map(rows.map((row) => [row.order_id, orderOf(row)]))
}

/** Rows of one statement: large enough that a report takes few, small enough that none takes long. */
const ORDERS_A_STATEMENT = 1_000

/**
 * Writes what a source tells of orders, each of which may stand in the list once. What the source does not know stays as
 * it is known, programmes only grow, and a mail adds to what a report told but changes nothing of it. Returns the ids of
 * the orders that are not as they were.
 */
export async function upsertOrders(
  tx: Tx,
  scope: AccountScope,
  told: { readonly orders: readonly Order[]; readonly at: Date },
): Promise<readonly string[]> {
  const changed: string[] = []
  for (let at = 0; at < told.orders.length; at += ORDERS_A_STATEMENT) {
    const orders = told.orders.slice(at, at + ORDERS_A_STATEMENT)
    changed.push(...(await upsertSome(tx, scope, { orders, at: told.at })))
  }
  return changed
}

async function upsertSome(
  tx: Tx,
  scope: AccountScope,
  { orders, at }: { readonly orders: readonly Order[]; readonly at: Date },
): Promise<readonly string[]> {
  // In the order of their ids, so that two imports never wait for each other in a ring.
  const { rows } = await sql<{ order_id: string }>`
    insert into order_fact as known (account_id, order_id, marketplace_id, fulfilled_by, purchased_at, ship_by_at,
      latest_delivery_at, programmes, total_minor, currency, source, taken_at)
    select ${scope.accountId}::bigint, order_id, marketplace_id, fulfilled_by, purchased_at, ship_by_at,
      latest_delivery_at, string_to_array(programmes, ','), total_minor, currency, source, ${at}::timestamptz
    from unnest(
      ${orders.map((order) => order.orderId)}::text[], ${orders.map((order) => order.marketplaceId ?? null)}::text[],
      ${orders.map((order) => order.fulfilledBy)}::text[],
      ${orders.map((order) => order.purchasedAt ?? null)}::timestamptz[],
      ${orders.map((order) => order.shipByAt ?? null)}::timestamptz[],
      ${orders.map((order) => order.latestDeliveryAt ?? null)}::timestamptz[],
      ${orders.map((order) => order.programmes.join(','))}::text[],
      ${orders.map((order) => order.total?.minor ?? null)}::bigint[],
      ${orders.map((order) => order.total?.currency ?? null)}::text[], ${orders.map((order) => order.source)}::text[]
    ) as told (order_id, marketplace_id, fulfilled_by, purchased_at, ship_by_at, latest_delivery_at, programmes,
      total_minor, currency, source)
    order by order_id
    on conflict (account_id, order_id) do update set ${ASSIGNMENTS}, taken_at = excluded.taken_at
    where (${KNOWN}) is distinct from (${COUNTING})
    returning order_id`.execute(tx)
  return rows.map((row) => row.order_id)
}

const IS_LESS = sql`known.source = 'report' and excluded.source = 'mail'`

/** The one of the two values that counts: of a report before a mail, else the later one, where there is one. */
function counting(known: ReturnType<typeof sql>, told: ReturnType<typeof sql>) {
  return sql`case when ${IS_LESS} then coalesce(${known}, ${told}) else coalesce(${told}, ${known}) end`
}

function countingColumn(column: (typeof COLUMNS)[number]) {
  return [column, counting(sql`${sql.ref(`known.${column}`)}`, sql`${sql.ref(`excluded.${column}`)}`)] as const
}

/** What a row holds once both sources told of it. An amount and its currency are both there or neither is. */
const MERGED = [
  countingColumn('marketplace_id'),
  [
    'fulfilled_by',
    sql`coalesce(${counting(sql`nullif(known.fulfilled_by, 'unknown')`, sql`nullif(excluded.fulfilled_by, 'unknown')`)}, 'unknown')`,
  ],
  countingColumn('purchased_at'),
  countingColumn('ship_by_at'),
  countingColumn('latest_delivery_at'),
  [
    'programmes',
    sql`array(select distinct programme from unnest(known.programmes || excluded.programmes) programme order by programme)`,
  ],
  countingColumn('total_minor'),
  countingColumn('currency'),
  ['source', sql`case when ${IS_LESS} then known.source else excluded.source end`],
] as const

const ASSIGNMENTS = sql.join(MERGED.map(([column, value]) => sql`${sql.ref(column)} = ${value}`))
const KNOWN = sql.join(MERGED.map(([column]) => sql.ref(`known.${column}`)))
const COUNTING = sql.join(MERGED.map(([, value]) => value))

/** Ids of conversations about these orders, the newest first, at most `limit`. */
export async function listConversationsAbout(
  tx: Tx,
  scope: AccountScope,
  about: { readonly orderIds: readonly string[]; readonly limit: number },
): Promise<readonly ConversationId[]> {
  const { rows } = await sql<{ conversation_id: ConversationId }>`
    select conversation_id from conversation
     where account_id = ${scope.accountId} and order_id = any(${about.orderIds}::text[])
     order by conversation_id desc limit ${about.limit}`.execute(tx)
  return rows.map((row) => row.conversation_id)
}

function orderOf(row: Pick<Tables['order_fact'], (typeof COLUMNS)[number]>): Order {
  const { total_minor: minor, currency } = row
  return {
    orderId: row.order_id,
    marketplaceId: row.marketplace_id ?? undefined,
    fulfilledBy: row.fulfilled_by,
    purchasedAt: row.purchased_at ?? undefined,
    shipByAt: row.ship_by_at ?? undefined,
    latestDeliveryAt: row.latest_delivery_at ?? undefined,
    programmes: row.programmes,
    total: minor !== null && currency !== null ? { minor, currency } : undefined,
    source: row.source,
  }
}
