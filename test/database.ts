import { randomUUID } from 'node:crypto'
import type { TestContext } from 'node:test'

import { DatabaseError } from 'pg'

import type { ConnectionRole } from '../src/store/server/connection.ts'
import {
  openTestServer,
  runOnce,
  SHARED_SERVER_VARIABLE,
  TEMPLATE,
  testConnections,
  type TestConnections,
  type TestServer,
} from './test-server.ts'

/** What a test connects with; the database is the test's own. */
export type TestConnection = TestConnections['admin']

export interface TestDatabase extends AsyncDisposable {
  readonly name: string
  /** For `new pg.Pool`, `new pg.Client` and `openDatabase`. */
  connection(role: ConnectionRole): TestConnection
}

const STILL_IN_USE_CODE = '55006'

/**
 * A migrated database for one test, dropped when the test `t` ends or by `await using`. Dropping fails the test when a
 * connection to it is still open. A file run by hand, without the shared server of the run, starts one of its own.
 */
export async function testDatabase(t?: TestContext): Promise<TestDatabase> {
  const database = await cloneTemplate()
  t?.after(() => database[Symbol.asyncDispose]())
  return database
}

let ownServer: Promise<TestServer> | undefined

async function cloneTemplate(): Promise<TestDatabase> {
  const connections = await findServer()
  const name = `test_${randomUUID().replaceAll('-', '')}`
  await runOnce(connections.admin, `create database ${name} template ${TEMPLATE} owner safereply_owner`)
  return {
    name,
    connection: (role) => ({ ...connections[role], database: name }),
    [Symbol.asyncDispose]: () => dropDatabase(connections.admin, name),
  }
}

async function findServer(): Promise<TestConnections> {
  const shared = process.env[SHARED_SERVER_VARIABLE]
  if (shared !== undefined) return testConnections.parse(JSON.parse(shared))
  ownServer ??= openOwnServer()
  return (await ownServer).connections
}

/** No hook of node:test runs once after every test of a file from in here; the end of the process does. */
async function openOwnServer(): Promise<TestServer> {
  const server = await openTestServer()
  process.once('beforeExit', () => void server[Symbol.asyncDispose]())
  return server
}

/** PostgreSQL itself waits five seconds for connections that are just closing. */
async function dropDatabase(admin: TestConnection, name: string): Promise<void> {
  try {
    await runOnce(admin, `drop database ${name}`)
  } catch (error) {
    if (!(error instanceof DatabaseError && error.code === STILL_IN_USE_CODE)) throw error
    await runOnce(admin, `drop database ${name} with (force)`)
    throw new Error(`the test left connections to its database open: ${error.detail ?? ''}`, { cause: error })
  }
}
