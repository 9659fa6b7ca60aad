import assert from 'node:assert/strict'
import { readFile, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { Client } from 'pg'

import { openServer, type DatabaseServer } from '../../../src/store/server/open-server.ts'
import type { ServerEvent } from '../../../src/store/server/server-event.ts'
import { temporaryPlace, type TemporaryPlace } from './temporary-place.ts'

let place: TemporaryPlace
before(async () => {
  place = await temporaryPlace()
})
after(async () => place[Symbol.asyncDispose]())

async function ask(server: DatabaseServer, sql: string): Promise<unknown> {
  const client = new Client(server.connection('admin'))
  await client.connect()
  try {
    return (await client.query({ text: sql, rowMode: 'array' })).rows[0]?.[0]
  } finally {
    await client.end()
  }
}

test('a first start makes the cluster, and a later one finds what was written', async () => {
  const events: ServerEvent['kind'][] = []
  const options = {
    dataDir: join(place.root, 'twice'),
    dataArea: place.area,
    log: (event: ServerEvent) => events.push(event.kind),
  }
  const first = await openServer(options)
  await ask(first, 'create table note as select 42 as answer')
  await first.stop()
  events.length = 0

  await using second = await openServer(options)

  assert.equal(await ask(second, 'select answer from note'), 42)
  assert.deepEqual(
    events.filter((kind) => kind !== 'runs-as'),
    ['started'],
  )
  assert.equal(second.adopted, false)
})

test('the cluster sorts by code point and checks its pages', async () => {
  await using server = await openServer({ dataDir: join(place.root, 'plain'), dataArea: place.area })

  assert.equal(
    await ask(server, `select string_agg(x, '' order by x) from unnest(array['b', 'a', 'B', 'ä', 'z']) x`),
    'Babzä',
  )
  assert.equal(await ask(server, 'show data_checksums'), 'on')
  assert.equal(await ask(server, 'show listen_addresses'), '')
})

test('stop leaves no process and may be called twice', async () => {
  const dataDir = join(place.root, 'stopped')
  const server = await openServer({ dataDir, dataArea: place.area })
  const pid = Number((await readFile(join(dataDir, 'postgres-18', 'postmaster.pid'), 'utf8')).split('\n')[0])
  process.kill(pid, 0)

  await server.stop()
  await server.stop()

  assert.throws(() => process.kill(pid, 0), { code: 'ESRCH' })
})

test('a temporary data directory is gone after stop', async () => {
  const dataDir = join(place.root, 'temporary')
  const server = await openServer({ dataDir, dataArea: place.area, temporary: true })

  await server.stop()

  await assert.rejects(readFile(join(dataDir, 'postgres-18', 'PG_VERSION')), { code: 'ENOENT' })
})

test('a folder with spaces, a comma and quotes in its name will do', async () => {
  await using server = await openServer({ dataDir: join(place.root, `my "desk", Ünit's`), dataArea: place.area })

  assert.equal(await ask(server, 'select 1'), 1)
})

test('a folder whose path is too long for a socket will do', async () => {
  const dataDir = join(place.root, 'long'.repeat(30))
  await using server = await openServer({ dataDir, dataArea: place.area, temporary: true })
  await using other = await openServer({ dataDir, dataArea: place.area })

  assert.equal(await ask(server, 'select 1'), 1)
  assert.equal(other.adopted, true)
})

test('a data directory has one server by whatever path it is named', async () => {
  const dataDir = join(place.root, 'named')
  await using server = await openServer({ dataDir, dataArea: place.area })
  await symlink(dataDir, join(place.root, 'link'))

  await using byLink = await openServer({ dataDir: join(place.root, 'link'), dataArea: place.area })

  assert.equal(server.adopted, false)
  assert.equal(byLink.adopted, true)
})

test('two first starts at the same moment end with one server', async () => {
  const options = { dataDir: join(place.root, 'race'), dataArea: join(place.root, 'race-area') }

  const servers = await Promise.all([openServer(options), openServer(options)])

  for (const server of servers) await server.stop()
  assert.equal(servers.filter((server) => server.adopted).length, 1)
})
