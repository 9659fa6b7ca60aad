import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { REPORT_MAX_BYTES } from '../../src/parse/report/read-order-report.ts'
import { openTestDesk } from '../desk/test-desk.ts'
import { fetchDocument } from './api-document.ts'
import { problemOf } from './problem-of.ts'

const desk = await openTestDesk({ after })
const api = await fetchDocument(desk.app)
const { accountId } = await desk.openAccount('north')
const REPORTS = `/api/v1/accounts/${accountId}/order-reports`

test('takes a report as it is and tells what it kept and what it dropped', async () => {
  const lines = [
    'amazon-order-id\tfulfillment-channel\tbuyer-name\titem-price\tcurrency',
    '028-0000001-0000001\tMerchant\tWilma Musterfrau\t20.00\tEUR',
    'none\tMerchant\tWilma Musterfrau\t20.00\tEUR',
  ]

  const answer = await post(lines.join('\r\n'))

  assert.equal(answer.status, 200)
  assert.deepEqual(await answer.json(), {
    kind: 'orders',
    orders: 1,
    changed: 1,
    lines: 2,
    skipped: [{ line: 3, why: 'amazon-order-id' }],
    keptColumns: ['amazon-order-id', 'fulfillment-channel', 'item-price', 'currency'],
    droppedColumns: ['buyer-name'],
  })
})

test('takes a report larger than any other body', async () => {
  const rows = Array.from({ length: 6_000 }, (_, at) => `028-0000002-${String(at).padStart(7, '0')}\t${'x'.repeat(60)}`)

  const answer = await post(['order-id\tproduct-name', ...rows].join('\n'))

  const { orders } = (await answer.json()) as { readonly orders: number }
  assert.deepEqual([answer.status, orders], [200, 6_000])
})

test('says what is wrong with a file that is no report, and repeats nothing of it', async () => {
  const none = await problemOf(api, await post('name;city\nWilma Musterfrau;Musterstadt'))
  const broken = await problemOf(api, await post('order-id,buyer-name\n028-0000003-0000001,"Wilma Musterfrau\n'))

  assert.deepEqual(
    [none, broken],
    [
      {
        status: 400,
        code: 'request.invalid',
        detail: 'body: its first line names no column amazon-order-id or order-id',
      },
      { status: 400, code: 'request.invalid', detail: 'body: line 2 cannot be cut into cells' },
    ],
  )
})

test('refuses a report beyond the limit, and reads none of somebody unknown', async () => {
  const huge = new Uint8Array(REPORT_MAX_BYTES + 1)

  const known = await problemOf(api, await post(huge))
  const unknown = await problemOf(api, await desk.app.request(REPORTS, { method: 'POST', body: huge }))

  assert.deepEqual([known.code, unknown.code], ['thing.too-large', 'session.missing'])
})

async function post(body: string | Uint8Array<ArrayBuffer>): Promise<Response> {
  const headers = { authorization: `Bearer ${desk.token}`, 'content-type': 'text/plain' }
  return desk.app.request(REPORTS, { method: 'POST', headers, body })
}
