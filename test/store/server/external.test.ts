import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'

import { Client } from 'pg'

import { openServer } from '../../../src/store/server/open-server.ts'
import { testDatabase } from '../../database.ts'
import { temporaryPlace } from './temporary-place.ts'

test("a server of one's own is used as it is: no child, no folder, one URL for each role", async () => {
  await using place = await temporaryPlace()
  await using database = await testDatabase()
  const { user, host, port } = database.connection('app')
  const databaseUrl = `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database.name}`
  const dataDir = join(place.root, 'data')

  const server = await openServer({ dataDir, databaseUrl })
  await server.stop()
  const client = new Client(server.connection('log'))
  await client.connect()
  const { rows } = await client.query('select current_database() as name, current_user as role')
  await client.end()

  assert.deepEqual(rows, [{ name: database.name, role: 'safereply_app' }])
  assert.deepEqual(server.connection('admin'), { connectionString: databaseUrl })
  assert.equal(server.kind, 'external')
  assert.equal(existsSync(dataDir), false)
})
