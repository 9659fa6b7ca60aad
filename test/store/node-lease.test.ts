import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Client } from 'pg'

import { Fault } from '../../src/base/fault.ts'
import { leaseNode } from '../../src/store/node-lease.ts'
import { testDatabase, type TestDatabase } from '../database.ts'

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
