import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Client } from 'pg'

import { testDatabase } from './database.ts'

test('each test has a migrated database of its own', async () => {
  await using one = await testDatabase()
  await using other = await testDatabase()
  const client = new Client(one.connection('admin'))
  await client.connect()

  const { rowCount } = await client.query('select number from schema_migration')
  await client.end()

  assert.notEqual(one.name, other.name)
  assert.ok((rowCount ?? 0) > 0)
})

test('the app role reaches its database as itself', async (t) => {
  const database = await testDatabase(t)
  const client = new Client(database.connection('app'))
  await client.connect()

  const { rows } = await client.query('select current_user as role, current_database() as name')
  await client.end()

  assert.deepEqual(rows, [{ role: 'safereply_app', name: database.name }])
})

test('a connection left open fails the test', async () => {
  const database = await testDatabase()
  const client = new Client(database.connection('app'))
  client.on('error', () => undefined)
  await client.connect()

  await assert.rejects(async () => database[Symbol.asyncDispose](), /left connections/u)
})
