import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { utf8 } from '../../base/bytes.ts'
import { Fault } from '../../base/fault.ts'
import { type OrderReport, readOrderReport, REPORT_MAX_BYTES, type ReadReportOutcome } from './read-order-report.ts'

const LAMP = '028-1234567-0000001'
const CHAIR = '028-1234567-0000002'

/** A flat file as Amazon writes it: one row an order line, cells by the names of their columns. */
function flatFile(rows: readonly Readonly<Record<string, string>>[], separator = '\t'): Uint8Array {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => names.map((name) => row[name] ?? '').join(separator))
  return utf8([names.join(separator), ...lines, ''].join('\r\n'))
}

async function reportOf(bytes: Uint8Array): Promise<OrderReport> {
  const read: ReadReportOutcome = await readOrderReport(bytes)
  assert.equal(read.kind, 'orders')
  return read
}

describe('readOrderReport', () => {
  it('reads the report of all orders', async () => {
    const report = await reportOf(
      flatFile([
        {
          'amazon-order-id': LAMP,
          'merchant-order-id': 'own-1',
          'purchase-date': '2026-11-02T09:30:00+00:00',
          'last-updated-date': '2026-11-03T09:30:00+00:00',
          'order-status': 'Shipped',
          'fulfillment-channel': 'Amazon',
          'sales-channel': 'Amazon.de',
          currency: 'EUR',
          'item-price': '20.00',
          'item-tax': '3.19',
          'shipping-price': '4.99',
          'item-promotion-discount': '1.00',
          'is-business-order': 'true',
        },
      ]),
    )

    assert.deepEqual(report.orders, [
      {
        orderId: LAMP,
        marketplaceId: 'A1PA6795UKMFR9',
        fulfilledBy: 'amazon',
        purchasedAt: new Date('2026-11-02T09:30:00.000Z'),
        shipByAt: undefined,
        latestDeliveryAt: undefined,
        programmes: ['BUSINESS'],
        total: { minor: 2_399, currency: 'EUR' },
        source: 'report',
      },
    ])
  })

  it('reads the report of orders to ship, which lists the seller’s own alone', async () => {
    const report = await reportOf(
      flatFile([
        {
          'order-id': LAMP,
          'purchase-date': '2026-11-02T09:30:00-08:00',
          'promise-date': '2026-11-04T23:59:59-08:00',
          'latest-ship-date': '2026-11-05T07:59:59-08:00',
          'latest-delivery-date': '2026-11-10T07:59:59-08:00',
          'is-prime': 'true',
          'is-premium-order': 'TRUE',
        },
        { 'order-id': CHAIR, 'promise-date': '2026-11-04T23:59:59-08:00' },
      ]),
    )

    const [lamp, chair] = report.orders
    assert.deepEqual([lamp?.fulfilledBy, lamp?.programmes], ['merchant', ['PREMIUM', 'PRIME']])
    assert.equal(lamp?.shipByAt?.toISOString(), '2026-11-05T15:59:59.000Z')
    assert.equal(lamp?.latestDeliveryAt?.toISOString(), '2026-11-10T15:59:59.000Z')
    assert.equal(chair?.shipByAt?.toISOString(), '2026-11-05T07:59:59.000Z')
  })

  it('puts the lines of an order together, wherever they stand', async () => {
    const line = { 'amazon-order-id': LAMP, currency: 'EUR', 'item-price': '10.00' }
    const report = await reportOf(
      flatFile([
        { ...line, 'sales-channel': 'Amazon.fr' },
        { ...line, 'amazon-order-id': CHAIR },
        { ...line, 'item-price': '2.50', 'fulfillment-channel': 'MFN' },
        { 'amazon-order-id': LAMP },
      ]),
    )

    const [lamp] = report.orders
    assert.deepEqual([report.orders.length, report.lines], [2, 4])
    assert.deepEqual([lamp?.marketplaceId, lamp?.fulfilledBy], ['A13V1IB3VIYZZH', 'merchant'])
    assert.deepEqual(lamp?.total, { minor: 1_250, currency: 'EUR' })
  })

  it('adds the tax where prices come before it, and counts yen whole', async () => {
    const priced = { 'item-price': '1000', 'item-tax': '90', 'shipping-price': '100' }
    const report = await reportOf(
      flatFile([
        { 'amazon-order-id': LAMP, currency: 'USD', ...priced },
        { 'amazon-order-id': CHAIR, currency: 'JPY', ...priced },
      ]),
    )

    assert.deepEqual(
      report.orders.map(({ total }) => total),
      [
        { minor: 119_000, currency: 'USD' },
        { minor: 1_100, currency: 'JPY' },
      ],
    )
  })

  it('knows no total of which a part is unread or of another currency', async () => {
    const line = { 'amazon-order-id': LAMP, currency: 'EUR', 'item-price': '10.00' }

    const unread = await reportOf(flatFile([line, { ...line, 'item-price': 'ten' }, line]))
    const mixed = await reportOf(flatFile([line, { ...line, currency: 'SEK' }]))

    assert.deepEqual([unread.orders[0]?.total, mixed.orders[0]?.total], [undefined, undefined])
    assert.deepEqual(unread.problems, [{ line: 3, why: 'item-price' }])
  })

  it('knows Easy Ship', async () => {
    const report = await reportOf(
      flatFile([
        { 'amazon-order-id': LAMP, 'fulfilled-by': 'Easy Ship', 'fulfillment-channel': 'Merchant' },
        { 'amazon-order-id': CHAIR, 'easy-ship-shipment-status': 'PendingSchedule' },
      ]),
    )

    assert.deepEqual(
      report.orders.map(({ programmes }) => programmes),
      [['EASY_SHIP'], ['EASY_SHIP']],
    )
  })

  it('takes quotes of a flat file as data', async () => {
    const report = await reportOf(
      flatFile([
        { 'amazon-order-id': LAMP, 'product-name': '"Screen 27', 'fulfillment-channel': 'AFN' },
        { 'amazon-order-id': CHAIR, 'product-name': '5" nail', 'fulfillment-channel': 'AFN' },
      ]),
    )

    assert.deepEqual(
      report.orders.map(({ fulfilledBy }) => fulfilledBy),
      ['amazon', 'amazon'],
    )
  })

  it('reads what spreadsheets make of a report', async () => {
    const rows = (separator: string) =>
      utf8(
        [
          ['Amazon Order ID', 'product_name', 'Fulfillment Channel', 'Currency', 'Item Price'],
          [`"${LAMP}"`, `"Lamp${separator} red\nand ""large"""`, 'Amazon', 'EUR', '"12,50"'],
          [CHAIR, 'Chair'],
        ]
          .map((cells) => cells.join(separator))
          .join('\n'),
      )

    for (const separator of [',', ';']) {
      const report = await reportOf(rows(separator))

      assert.deepEqual(
        report.orders.map(({ orderId, fulfilledBy, total }) => [orderId, fulfilledBy, total?.minor]),
        [
          [LAMP, 'amazon', 1_250],
          [CHAIR, 'unknown', undefined],
        ],
      )
    }
  })

  it('passes over what is no order at Amazon, and says which line', async () => {
    const ids = ['S02-1234567-1234567', '', '=HYPERLINK("x")', LAMP, `${LAMP}9`]

    const report = await reportOf(flatFile(ids.map((id) => ({ 'amazon-order-id': id, sku: 'a' }))))

    assert.deepEqual(
      report.orders.map(({ orderId }) => orderId),
      [LAMP],
    )
    assert.deepEqual(
      report.problems,
      [2, 3, 4, 6].map((line) => ({ line, why: 'amazon-order-id' })),
    )
  })

  it('believes a line with too many cells nothing but its order', async () => {
    const header = 'amazon-order-id\tproduct-name\tcurrency\titem-price'
    const lines = [`${LAMP}\tLamp\tEUR\t10.00`, `${LAMP}\tChair\tred\tEUR\t20.00`, `${CHAIR}\tTable`]

    const report = await reportOf(utf8([header, ...lines].join('\n')))

    assert.deepEqual(
      report.orders.map(({ orderId, total }) => [orderId, total]),
      [
        [LAMP, undefined],
        [CHAIR, undefined],
      ],
    )
    assert.deepEqual(report.problems, [{ line: 3, why: 'cells' }])
  })

  it('lets nothing of a buyer out, neither as a fact nor in what it says of a line', async () => {
    const canaries = Object.fromEntries(PERSONAL.map((name, at) => [name, `canary${at}@mail.example`]))
    const line = { 'order-id': LAMP, ...canaries, 'purchase-date': 'canary-when', 'item-price': 'canary-price' }
    const shifted = [...Object.keys(line), 'x'].map(() => 'canary-shifted').join('\t')
    const tsv = flatFile([line, { ...line, 'order-id': 'canary-order' }])
    const csv = flatFile([line, { ...line, 'sales-channel': 'canary', 'fulfillment-channel': 'canary' }], ',')
    const broken = utf8(`order-id,buyer-name\n${LAMP},"canary never ends`)
    const odd = utf8(`order-id\tcanary@mail.example\n${LAMP}\tcanary`)

    const outcomes = [tsv, new Uint8Array([...tsv, ...utf8(shifted)]), csv, broken, odd, utf8('canary')].map(
      readOrderReport,
    )

    assert.doesNotMatch(JSON.stringify(await Promise.all(outcomes)), /canary/iu)
  })

  it('tells which columns it read and which it dropped', async () => {
    const report = await reportOf(
      flatFile([{ 'order-id': LAMP, 'is-prime': '', 'buyer-name': '', 'Buyer E-Mail!': '' }]),
    )

    assert.deepEqual(report.keptColumns, ['order-id', 'is-prime'])
    assert.deepEqual(report.droppedColumns, ['buyer-name', 'another column'])
  })

  it('says that something else is no report', async () => {
    const others = ['', '\n\n', 'hello', 'sku\tprice\nA\t1', '{"order-id": 1}', `${LAMP}\tLamp`]

    assert.deepEqual(
      await Promise.all(others.map((text) => readOrderReport(utf8(text)))),
      others.map(() => ({ kind: 'no-report' })),
    )
  })

  it('takes nothing of a report whose lines cannot be told apart', async () => {
    const header = 'order-id,buyer-name'
    const after = `${CHAIR},Bob`
    const texts = [`${LAMP},"never ends`, `${LAMP},"${'x'.repeat(70_000)}`, `${LAMP},${'x'.repeat(70_000)}`]

    const outcomes = await Promise.all(texts.map((text) => readOrderReport(utf8([header, text, after].join('\n')))))

    assert.deepEqual(
      outcomes.map(({ kind }) => kind),
      ['broken', 'broken', 'broken'],
    )
    assert.deepEqual(outcomes.at(-1), { kind: 'broken', line: 2 })
  })

  it('lists a hundred problems at most', async () => {
    const report = await reportOf(flatFile(Array.from({ length: 300 }, () => ({ 'order-id': 'none', sku: 'a' }))))

    assert.deepEqual([report.lines, report.problems.length], [300, 100])
  })

  it('refuses more bytes than the limit', async () => {
    await assert.rejects(
      readOrderReport(new Uint8Array(REPORT_MAX_BYTES + 1)),
      (error) => error instanceof Fault && error.code === 'thing.too-large',
    )
  })
})

/** Columns of Amazon's reports that hold something of a buyer. */
const PERSONAL = [
  'buyer-email',
  'buyer-name',
  'buyer-phone-number',
  'buyer-company-name',
  'buyer-tax-registration-id',
  'recipient-name',
  'ship-address-1',
  'ship-address-2',
  'ship-address-3',
  'ship-city',
  'ship-state',
  'ship-postal-code',
  'ship-phone-number',
  'delivery-Instructions',
  'gift-message-text',
  'purchase-order-number',
  'customized-url',
]
