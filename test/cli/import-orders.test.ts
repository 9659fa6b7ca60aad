import assert from 'node:assert/strict'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'

import { Fault } from '../../src/base/fault.ts'
import { importOrders } from '../../src/cli/import-orders.ts'
import { EXIT } from '../../src/cli/output.ts'
import type { Doors } from '../../src/cli/running-desk.ts'
import { openCage } from '../../src/parse/cage.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { openTestDesk } from '../desk/test-desk.ts'

const desk = await openTestDesk({ after })
const north = await desk.openAccount('north')
await desk.openAccount('south')
const cage = openCage({ workers: 1 })
after(() => cage[Symbol.asyncDispose]())

const HEADER = 'amazon-order-id\tfulfillment-channel\tbuyer-name'

test('takes in one report after the other, in the account that is said', async () => {
  const first = await file('first.txt', [HEADER, '028-0000001-0000001\tAmazon\tWilma Musterfrau'])
  const second = await file('second.txt', [HEADER, '028-0000001-0000002\tMerchant\tWilma Musterfrau'])

  const code = await importOrders(doors(), [first, second], { account: 'north' })

  const rows = await asAdmin<{ order_id: string; fulfilled_by: string; account_id: string }>(
    desk.database,
    `select account_id, order_id, fulfilled_by from order_fact where order_id like '028-0000001-%' order by order_id`,
  )
  assert.equal(code, EXIT.ok)
  assert.deepEqual(
    rows.map((row) => [Number(row.account_id), row.order_id, row.fulfilled_by]),
    [
      [north.accountId, '028-0000001-0000001', 'amazon'],
      [north.accountId, '028-0000001-0000002', 'merchant'],
    ],
  )
})

test('ends with 1 when something was left out, and with 2 when the account is not said', async () => {
  const odd = await file('odd.txt', [HEADER, 'none\tAmazon\tWilma Musterfrau'])
  const other = await file('other.txt', ['name', 'Wilma Musterfrau'])
  const broken = await file('broken.csv', ['order-id,buyer-name', '028-0000002-0000001,"Wilma Musterfrau'])

  const codes: number[] = []
  for (const name of [odd, other, broken])
    codes.push(await importOrders(doors(), [name], { account: 'north', json: true }))
  codes.push(await importOrders(doors(), [odd], {}))

  assert.deepEqual(codes, [EXIT.findings, EXIT.findings, EXIT.findings, EXIT.usage])
})

test('names a file that cannot be read', async () => {
  const missing = join(desk.dataDir, 'missing.txt')

  await assert.rejects(
    importOrders(doors(), [missing], { account: 'north' }),
    (error) => error instanceof Fault && error.code === 'input.unreadable' && error.detail === missing,
  )
})

async function file(name: string, lines: readonly string[]): Promise<string> {
  const path = join(desk.dataDir, name)
  await writeFile(path, lines.join('\n'))
  return path
}

/** A way to the desk of the test, as `main.ts` has one to the desk of a folder. */
function doors(): Doors {
  const elsewhere = () => Promise.reject(new Error('importing opens no desk'))
  return {
    openDesk: elsewhere,
    examine: elsewhere,
    version: '0.0.0',
    openGuest: () =>
      Promise.resolve({
        parts: { ...desk.parts, cage, resolveTxt: () => Promise.resolve([]) },
        owner: desk.owner,
        imapPassword: undefined,
        lost: new AbortController().signal,
        [Symbol.asyncDispose]: () => Promise.resolve(),
      }),
  }
}
