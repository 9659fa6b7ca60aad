import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Client } from 'pg'

import { Fault } from '../../src/base/fault.ts'
import { createIdSource } from '../../src/base/id.ts'
import { findNewestId, leaseNode } from '../../src/store/node-lease.ts'
import { testDatabase, type TestDatabase } from '../database.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { testClock } from '../desk/test-clock.ts'

async function connect(database: TestDatabase): Promise<Client> {
  const client = new Client(database.connection('app'))
  await client.connect()
  return client
}

test('each connection leases a node number of its own, and its end frees it', async () => {
  await using database = await testDatabase()
  const [first, second, third] = [await connect(database), await connect(database), await connect(database)]

  assert.equal(await leaseNode(first), 0)
  assert.equal(await leaseNode(second), 1)
  await first.end()
  assert.equal(await leaseNode(third), 0)

  await second.end()
  await third.end()
})

test('the seventeenth process is refused', async () => {
  await using database = await testDatabase()
  const clients = await Promise.all(Array.from({ length: 17 }, () => connect(database)))
  const last = clients.pop()
  assert.ok(last)
  for (const client of clients) await leaseNode(client)

  await assert.rejects(leaseNode(last), (error) => error instanceof Fault && error.code === 'config.invalid')

  for (const client of [...clients, last]) await client.end()
})

test('ids go on above the newest one when the clock was set back and the process began anew', async () => {
  await using database = await testDatabase()
  const client = await connect(database)
  const before = createIdSource(testClock('2026-11-24T12:00:00.000Z'), { node: 0 }).next()
  await asAdmin(database, 'insert into evidence_pending (entry_id, account_id, leaf) values ($1, 0, $2)', [
    before,
    '{}',
  ])

  const above = await findNewestId(client)
  const after = createIdSource(testClock('2026-11-24T09:00:00.000Z'), { node: 0, above }).next()

  assert.equal(above, before)
  assert.ok(after > before)
  await client.end()
})
