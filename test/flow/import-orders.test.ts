import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { Fault } from '../../src/base/fault.ts'
import { importOrders } from '../../src/flow/import-orders.ts'
import { inAccount } from '../../src/flow/in-account.ts'
import { listInbox } from '../../src/flow/list-inbox.ts'
import { noteOrderFacts, type OrderNote } from '../../src/flow/note-order-facts.ts'
import type { Order } from '../../src/model/order.ts'
import { REPORT_MAX_LINES } from '../../src/parse/report/read-order-report.ts'
import { type Change, listenForChanges } from '../../src/store/change.ts'
import { findOrder } from '../../src/store/order-fact.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openTestDesk, stranger } from '../desk/test-desk.ts'
import { until } from '../desk/until.ts'

const desk = await openTestDesk({ after })
const account = await desk.openAccount('north')
const other = await desk.openAccount('south')
const { accountId, actor } = account

const COLUMNS = {
  'amazon-order-id': '',
  'sales-channel': 'Amazon.de',
  'fulfillment-channel': 'Merchant',
  'purchase-date': '2026-11-02T09:30:00+00:00',
  'latest-ship-date': '2026-11-04T22:59:59+00:00',
  'latest-delivery-date': '2026-11-09T22:59:59+00:00',
  'is-prime': 'false',
  currency: 'EUR',
  'item-price': '20.00',
  'buyer-name': 'Wilma Musterfrau',
}
type Row = Partial<typeof COLUMNS> & { readonly 'amazon-order-id': string }

test('keeps the facts of a report, in this account alone', async () => {
  const id = '028-0000001-0000001'

  const outcome = await take([{ ...COLUMNS, 'amazon-order-id': id, 'is-prime': 'true' }])

  assert.deepEqual(outcome, { orders: 1, changed: 1 })
  assert.deepEqual(await orderOf(id), {
    orderId: id,
    marketplaceId: 'A1PA6795UKMFR9',
    fulfilledBy: 'merchant',
    purchasedAt: new Date('2026-11-02T09:30:00.000Z'),
    shipByAt: new Date('2026-11-04T22:59:59.000Z'),
    latestDeliveryAt: new Date('2026-11-09T22:59:59.000Z'),
    programmes: ['PRIME'],
    total: { minor: 2_000, currency: 'EUR' },
    source: 'report',
  })
  assert.equal(await orderOf(id, other.accountId), undefined)
})

test('lets a later report win where it knows something, and only there', async () => {
  const id = '028-0000002-0000001'
  await take([{ ...COLUMNS, 'amazon-order-id': id, 'is-prime': 'true' }])

  const outcome = await take([
    { 'amazon-order-id': id, 'latest-delivery-date': '2026-11-12T22:59:59+00:00', 'fulfillment-channel': '?' },
  ])

  const order = await orderOf(id)
  assert.deepEqual(outcome, { orders: 1, changed: 1 })
  assert.equal(order?.latestDeliveryAt?.toISOString(), '2026-11-12T22:59:59.000Z')
  assert.deepEqual(
    [order?.marketplaceId, order?.fulfilledBy, order?.programmes, order?.total],
    ['A1PA6795UKMFR9', 'merchant', ['PRIME'], { minor: 2_000, currency: 'EUR' }],
  )
})

test('changes nothing by the same report again', async () => {
  const rows = [1, 2, 3].map((at) => ({ ...COLUMNS, 'amazon-order-id': `028-0000003-000000${at}` }))
  await take(rows)

  assert.deepEqual(await take(rows), { orders: 3, changed: 0 })
})

test('lets a mail add to a report and change nothing of it, whichever came first', async () => {
  const [first, last] = ['028-0000004-0000001', '028-0000004-0000002']
  const says = { marketplaceId: 'A13V1IB3VIYZZH', fulfilledBy: 'amazon' } as const

  await note([{ orderId: first, ...says }])
  await take([first, last].map((id) => ({ 'amazon-order-id': id, 'fulfillment-channel': 'MFN' })))
  await note([{ orderId: last, ...says }])

  const orders = [await orderOf(first), await orderOf(last)]
  assert.deepEqual(
    orders.map((order) => [order?.source, order?.fulfilledBy, order?.marketplaceId]),
    [
      ['report', 'merchant', 'A13V1IB3VIYZZH'],
      ['report', 'merchant', 'A13V1IB3VIYZZH'],
    ],
  )
})

test('keeps what several mails say of one order', async () => {
  const id = '028-0000005-0000001'

  await note([
    { orderId: id, marketplaceId: 'A13V1IB3VIYZZH', fulfilledBy: undefined },
    { orderId: id, marketplaceId: undefined, fulfilledBy: 'amazon' },
  ])

  const order = await orderOf(id)
  assert.deepEqual([order?.marketplaceId, order?.fulfilledBy, order?.source], ['A13V1IB3VIYZZH', 'amazon', 'mail'])
})

test('takes more orders than one statement does', async () => {
  const rows = Array.from({ length: 2_345 }, (_, at) => ({
    ...COLUMNS,
    'amazon-order-id': `028-0000006-${String(at).padStart(7, '0')}`,
  }))

  assert.deepEqual(await take(rows), { orders: 2_345, changed: 2_345 })
})

test('leaves an entry in the log, in numbers', async () => {
  await take([{ ...COLUMNS, 'amazon-order-id': '028-0000007-0000001' }, { 'amazon-order-id': 'none' }])

  const [entry] = await asAdmin<{ leaf: string }>(
    desk.database,
    `select leaf from evidence_pending where leaf like '%orders.imported%' order by entry_id desc limit 1`,
  )
  const { object, codes, subject } = JSON.parse(entry?.leaf ?? '{}') as Record<string, unknown>
  assert.deepEqual(
    { object, codes, subject },
    { object: `account:${accountId}`, codes: ['changed:1', 'lines:2', 'orders:1'], subject: '' },
  )
})

test('keeps nothing of the buyer anywhere', async () => {
  await take([{ ...COLUMNS, 'amazon-order-id': '028-0000008-0000001' }])

  const rows = await asAdmin<{ row: string }>(
    desk.database,
    `select to_jsonb(o)::text as row from order_fact o union all select leaf from evidence_pending`,
  )
  assert.ok(rows.length > 0)
  assert.deepEqual(
    rows.filter(({ row }) => /wilma|musterfrau/iu.test(row)),
    [],
  )
})

test('tells open pages of the conversations it concerns', async () => {
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox }))
  const page = await listInbox(desk.parts, actor, { accountId, view: 'all', after: undefined, limit: 1 })
  const conversation = 'items' in page ? page.items[0]?.row : undefined
  assert.ok(conversation?.orderId)
  const heard: Change[] = []
  await using listening = await listenForChanges(desk.database.connection('app'), {
    change: (change) => heard.push(change),
    interrupted: () => assert.fail('the connection broke'),
  })
  assert.ok(listening)

  await take([{ ...COLUMNS, 'amazon-order-id': conversation.orderId }])

  const told = await until('the conversation of the order', () =>
    heard.find(({ type, id }) => type === 'conversation' && id === conversation.id),
  )
  assert.equal(told.accountId, accountId)
})

test('says what is no report, where one is broken, and who may not', async () => {
  const bytes = (text: string) => new TextEncoder().encode(text)

  const outcomes = [
    await importOrders(desk.parts, actor, { accountId, bytes: bytes('hello') }),
    await importOrders(desk.parts, actor, { accountId, bytes: bytes('order-id,sku\n1,"a\n') }),
    await importOrders(desk.parts, stranger(7), { accountId, bytes: bytes('order-id\n') }),
  ]

  assert.deepEqual(outcomes, [
    { ok: false, reason: 'no-report' },
    { ok: false, reason: 'broken', line: 2 },
    { ok: false, reason: 'missing' },
  ])
})

test('takes nothing of a report beyond the limit of lines', async () => {
  const id = '028-0000009-0000001'
  const bytes = new TextEncoder().encode(`order-id\n${id}\n${'x\n'.repeat(REPORT_MAX_LINES)}`)

  await assert.rejects(
    importOrders(desk.parts, actor, { accountId, bytes }),
    (error) => error instanceof Fault && error.code === 'thing.too-large',
  )
  assert.equal(await orderOf(id), undefined)
})

async function take(rows: readonly Row[]) {
  const names = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[] // proof: the keys of that very object
  const lines = [names, ...rows.map((row) => names.map((name) => row[name] ?? ''))].map((cells) => cells.join('\t'))
  const outcome = await importOrders(desk.parts, actor, {
    accountId,
    bytes: new TextEncoder().encode(lines.join('\n')),
  })
  assert.ok(outcome.ok)
  return { orders: outcome.report.orders.length, changed: outcome.changed }
}

async function note(notes: readonly OrderNote[]): Promise<void> {
  await inAccount(desk.parts, actor, { accountId, permission: 'order:write' }, (step) => noteOrderFacts(step, notes))
}

async function orderOf(id: string, where = accountId): Promise<Order | undefined> {
  const right = { accountId: where, permission: 'order:write' } as const
  const found = await inAccount(desk.parts, actor, right, ({ tx, scope }) => findOrder(tx, scope, id))
  assert.ok(!found || !('ok' in found))
  return found
}
