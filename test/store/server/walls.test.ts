import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

import { Client, DatabaseError } from 'pg'

import { Fault } from '../../../src/base/fault.ts'
import { throughDoor } from '../../../src/store/server/connection.ts'
import { assertDurable } from '../../../src/store/server/durability.ts'
import { openServer, type DatabaseServer } from '../../../src/store/server/open-server.ts'
import { nodeAs, ordinaryUser } from './ordinary-user.ts'
import { temporaryPlace, type TemporaryPlace } from './temporary-place.ts'

let place: TemporaryPlace
let server: DatabaseServer
before(async () => {
  place = await temporaryPlace()
  server = await openServer({ dataDir: join(place.root, 'data'), dataArea: place.area })
})
after(async () => {
  await server.stop()
  await place[Symbol.asyncDispose]()
})

async function connect(options: object): Promise<Client> {
  const client = new Client(options)
  await client.connect()
  return client
}

test('a server with fsync off is refused by name', async () => {
  const options = { dataDir: join(place.root, 'unsafe'), dataArea: place.area }
  const safe = await openServer(options)
  const operator = await connect(safe.connection('admin'))
  await operator.query('alter system set fsync = off')
  await operator.end()
  await safe.stop()
  await using unsafe = await openServer(options)
  const client = await connect(unsafe.connection('admin'))

  await assert.rejects(
    assertDurable((sql) => client.query(sql)),
    (error) => error instanceof Fault && error.code === 'database.unsafe' && error.detail === 'fsync',
  )

  await client.end()
})

test('the log of the server holds no text of a statement, whatever goes wrong', async () => {
  const canary = 'canary-4111111111111111'
  const client = await connect(server.connection('admin'))
  client.on('error', () => undefined)
  const bad: readonly [string, readonly string[]][] = [
    ['select $1::int', [canary]],
    [`select '${canary}'::date`, []],
    [`selec '${canary}'`, []],
    [`do $do$ begin raise warning '${canary}'; end $do$`, []],
    [`create table once (word text primary key)`, []],
    [`insert into once values ($1), ($1)`, [canary]],
  ]
  for (const [sql, values] of bad) await client.query(sql, [...values]).catch(() => undefined)
  const before = await readFile(join(place.root, 'data', 'server', 'postgres.log'), 'utf8')
  const ended = new Promise((resolve) => client.once('end', resolve))
  await client.query(`select '${canary}', pg_terminate_backend(pg_backend_pid())`).catch(() => undefined)
  await ended

  const log = await readFile(join(place.root, 'data', 'server', 'postgres.log'), 'utf8')

  assert.ok(log.length > before.length, 'the end of the connection is logged')
  assert.ok(!log.includes('canary') && !log.includes('4111111111111111'))
})

test('no role but ours may come in', async () => {
  const admin = await connect(server.connection('admin'))
  await admin.query('create role stranger login superuser')
  await admin.end()

  await assert.rejects(
    connect({ ...server.connection('admin'), user: 'stranger' }),
    (error) => error instanceof DatabaseError && error.code === '28000',
  )
})

test('no user of the system but the one of the desk may come in, not even the one that runs the server', async () => {
  const door = throughDoor({ host: join(place.root, 'data', 'socket'), port: 5432 }, 'admin')
  const script = fileURLToPath(new URL('./knock.ts', import.meta.url))
  const user = await ordinaryUser()

  const [command, ...before] = nodeAs(user)
  const { stdout } = await promisify(execFile)(command, [...before, script, JSON.stringify(door)], { cwd: '/' })

  assert.equal(stdout.trim(), user.uid === process.geteuid?.() ? 'welcome' : '28000')
})
