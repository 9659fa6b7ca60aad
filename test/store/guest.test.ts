import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { systemRandom } from '../../src/seal/system-random.ts'
import { ping } from '../../src/store/database.ts'
import { type OpenStore, openStore } from '../../src/store/open-store.ts'
import { visitServer } from '../../src/store/server/visit-server.ts'
import { testDatabase, type TestDatabase } from '../database.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { inDatabaseOf } from '../process/desk-database.ts'
import { runningIn } from '../process/processes.ts'
import { temporaryPlace, type TemporaryPlace } from './server/temporary-place.ts'

let place: TemporaryPlace
before(async () => {
  place = await temporaryPlace()
})
after(async () => place[Symbol.asyncDispose]())

test('a guest works beside the desk that runs, with a node of its own, and leaves it running', async () => {
  await using desk = await open('beside', 'desk')

  const guest = await open('beside', 'guest')
  const nodes = new Set([desk.node, guest.node])
  await ping(guest.db)
  await guest[Symbol.asyncDispose]()

  assert.equal(nodes.size, 2)
  assert.deepEqual([desk.isAlone, guest.isAlone], [true, false])
  assert.equal(desk.lost.aborted, false)
  await ping(desk.db)
})

test('a guest is told when the desk stops under it', async () => {
  const desk = await open('stopping', 'desk')
  await using guest = await open('stopping', 'guest')
  const isLost = new Promise((resolve) => {
    guest.lost.addEventListener('abort', resolve, { once: true })
  })

  await desk[Symbol.asyncDispose]()
  await isLost

  await assert.rejects(ping(guest.db), { code: 'database.unreachable' })
})

test('where no desk runs a guest takes its place, so that a desk is refused meanwhile, and stops the server in the end', async () => {
  await (await open('alone', 'desk'))[Symbol.asyncDispose]()

  const guest = await open('alone', 'guest')
  const another = await open('alone', 'guest')
  await assert.rejects(open('alone', 'desk'), { code: 'desk.already-running' })
  await another[Symbol.asyncDispose]()
  await ping(guest.db)
  await guest[Symbol.asyncDispose]()

  assert.deepEqual([guest.isAlone, another.isAlone], [true, false])
  assert.equal(await visitServer({ dataDir: join(place.root, 'alone') }), undefined)
  assert.deepEqual(await runningIn(join(place.root, 'alone')), [])
})

test('a guest begins no desk', async () => {
  await assert.rejects(open('nothing', 'guest'), { code: 'config.invalid' })

  assert.equal(existsSync(join(place.root, 'nothing')), false)
})

test('a guest refuses a database of another version, and changes nothing of it', async () => {
  const dataDir = join(place.root, 'version')
  await using desk = await open('version', 'desk')
  const versions = () =>
    inDatabaseOf(dataDir, async (client) => (await client.query('select * from schema_migration order by 1')).rows)
  const known = await versions()

  await inDatabaseOf(dataDir, (client) => client.query(`insert into schema_migration values (9999, 'newer')`))
  await assert.rejects(open('version', 'guest'), { code: 'database.migration' })
  await inDatabaseOf(dataDir, (client) => client.query('delete from schema_migration where number > 3'))
  await assert.rejects(open('version', 'guest'), { code: 'database.migration' })

  assert.ok(known.length > 3)
  assert.deepEqual(await versions(), known.slice(0, 3))
  await ping(desk.db)
})

test("on a server of one's own a guest just connects, and begins nothing there either", async () => {
  await using migrated = await testDatabase()
  await using empty = await testDatabase()
  await asAdmin(empty, 'drop table schema_migration')

  await using guest = await open('own', 'guest', urlOf(migrated))
  await ping(guest.db)
  await assert.rejects(open('own', 'guest', urlOf(empty)), { code: 'database.migration' })

  assert.deepEqual([guest.serverKind, guest.isAlone], ['external', false])
})

async function open(name: string, as: 'desk' | 'guest', databaseUrl?: string): Promise<OpenStore> {
  const dataDir = join(place.root, name)
  const { area: dataArea } = place
  return openStore({
    dataDir,
    dataArea,
    databaseUrl,
    pgBinDir: undefined,
    random: systemRandom,
    log: () => undefined,
    as,
  })
}

function urlOf(database: TestDatabase): string {
  const { user, host, port } = database.connection('admin')
  return `postgresql://${user}@${encodeURIComponent(host)}:${port}/${database.name}`
}
