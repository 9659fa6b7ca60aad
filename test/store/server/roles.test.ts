import assert from 'node:assert/strict'
import { test } from 'node:test'

import { Client } from 'pg'

import { Fault } from '../../../src/base/fault.ts'
import { assertWalled, ensureRoles } from '../../../src/store/server/roles.ts'
import { testDatabase } from '../../database.ts'

async function connect(options: object): Promise<Client & AsyncDisposable> {
  const client = new Client(options)
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: async () => client.end() })
}

function isRoleFault(detail: string): (error: unknown) => boolean {
  return (error) => error instanceof Fault && error.code === 'database.role' && error.detail === detail
}

test('the roles of the desk are walled, each as itself', async () => {
  await using database = await testDatabase()
  await using app = await connect(database.connection('app'))
  await using log = await connect(database.connection('log'))

  await assert.doesNotReject(assertWalled(app))
  await assert.doesNotReject(assertWalled(log))
})

test('a superuser is refused, and the owner of the tables too', async () => {
  await using database = await testDatabase()
  await using admin = await connect(database.connection('admin'))

  await assert.rejects(assertWalled(admin), isRoleFault('superuser'))
  await admin.query('set role safereply_owner')
  await assert.rejects(assertWalled(admin), isRoleFault('owns a table'))
})

test('a role that bypasses row security is refused, and one that inherits an owner', async () => {
  await using database = await testDatabase()
  await using admin = await connect(database.connection('admin'))
  await admin.query('begin')
  await admin.query('create role passer bypassrls; create role heir in role safereply_owner')

  await admin.query('set local role passer')
  await assert.rejects(assertWalled(admin), isRoleFault('bypasses row security'))
  await admin.query('set local role heir')
  await assert.rejects(assertWalled(admin), isRoleFault('owns a table'))
  await admin.query('rollback')
})

test('the app role may not make tables, nor the public see the schema', async () => {
  await using database = await testDatabase()
  await using app = await connect(database.connection('app'))

  await assert.rejects(app.query('create table mine (id int)'), { code: '42501' })
  const { rows } = await app.query(
    `select count(*)::int as rights from pg_namespace, aclexplode(nspacl) where nspname = 'public' and grantee = 0`,
  )
  assert.deepEqual(rows, [{ rights: 0 }])
})

test('making the roles again changes nothing', async () => {
  await using database = await testDatabase()
  await using admin = await connect(database.connection('admin'))

  await ensureRoles(admin)

  await assert.doesNotReject(ensureRoles(admin))
})

test("the single user of a server of one's own takes each role by SET ROLE and inherits none", async () => {
  await using database = await testDatabase()
  await using admin = await connect(database.connection('admin'))
  await admin.query('begin')
  await admin.query('create role tenant createrole')
  await admin.query(
    'grant safereply_owner, safereply_app, safereply_log to tenant with admin true, inherit false, set false',
  )
  await admin.query(`do $do$ begin execute format('alter database %I owner to tenant', current_database()); end $do$`)
  await admin.query('set local session authorization tenant')

  await ensureRoles(admin)
  await assertWalled(admin)
  await admin.query('set local role safereply_app')
  await assertWalled(admin)
  await admin.query('set local role safereply_owner')
  await admin.query('create schema fresh; create table public.fresh (id int)')

  await admin.query('rollback')
})

test('a user who may not make roles is told what is missing', async () => {
  await using database = await testDatabase()
  await using admin = await connect(database.connection('admin'))
  await admin.query('begin')
  await admin.query('create role guest')
  await admin.query('set local session authorization guest')

  await assert.rejects(
    ensureRoles(admin),
    (error) => error instanceof Fault && error.code === 'config.invalid' && /CREATEROLE/u.test(error.detail ?? ''),
  )

  await admin.query('rollback')
})
