import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { Client } from 'pg'

import { migrate } from '../../src/store/migrate.ts'
import { openServer, type DatabaseServer } from '../../src/store/server/open-server.ts'
import { ensureRoles } from '../../src/store/server/roles.ts'

/** A migrated server on a temporary folder, for one bench; disposing it removes everything. */
export async function openBenchDatabase(): Promise<DatabaseServer> {
  const root = await mkdtemp(join(tmpdir(), 'safereply-bench-'))
  await using undo = new AsyncDisposableStack()
  undo.defer(() => rm(root, { recursive: true, force: true }))
  await chmod(root, 0o711) // as root the server runs as another user, who must pass
  const server = undo.use(await openServer({ dataDir: join(root, 'data'), temporary: true }))
  const client = new Client(server.connection('admin'))
  await client.connect()
  try {
    await ensureRoles(client)
    await migrate(client)
  } finally {
    await client.end()
  }
  const opened = undo.move()
  return { ...server, [Symbol.asyncDispose]: () => opened.disposeAsync() }
}
