import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'
import { z } from 'zod'

import { migrate } from '../src/store/migrate.ts'
import { openServer } from '../src/store/server/open-server.ts'
import { ensureRoles } from '../src/store/server/roles.ts'

/** The database that every test's own is cloned from. */
export const TEMPLATE = 'safereply_template'

/** Names the server of the run to the test processes. */
export const SHARED_SERVER_VARIABLE = 'SAFEREPLY_TEST_DATABASE'

const connection = z.object({
  host: z.string(),
  port: z.number(),
  password: z.string().optional(),
  user: z.string(),
  database: z.string(),
})

/** How to reach a test server, as each role. */
export const testConnections = z.object({ admin: connection, app: connection, log: connection })

export type TestConnections = z.infer<typeof testConnections>

export interface TestServer extends AsyncDisposable {
  readonly connections: TestConnections
}

/** Starts a server on a temporary data directory, with a migrated template in it. */
export async function openTestServer(): Promise<TestServer> {
  const root = await mkdtemp(join(tmpdir(), 'safereply-test-'))
  await chmod(root, 0o711) // as root the server runs as another user, who must pass
  await using undo = new AsyncDisposableStack()
  undo.defer(() => rm(root, { recursive: true, force: true }))
  const server = undo.use(
    await openServer({ dataDir: join(root, 'data'), dataArea: join(root, 'area'), temporary: true }),
  )
  const connections = testConnections.parse({
    admin: server.connection('admin'),
    app: server.connection('app'),
    log: server.connection('log'),
  })
  await makeTemplate(connections)
  const resources = undo.move()
  return { connections, [Symbol.asyncDispose]: () => resources.disposeAsync() }
}

/** One statement on a connection of its own. */
export async function runOnce(options: TestConnections['admin'], statement: string): Promise<void> {
  const client = new Client(options)
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

async function makeTemplate({ admin }: TestConnections): Promise<void> {
  await runOnce(admin, `create database ${TEMPLATE}`)
  const client = new Client({ ...admin, database: TEMPLATE })
  await client.connect()
  try {
    await ensureRoles(client)
    await migrate(client)
  } finally {
    await client.end()
  }
}
