import { tmpdir } from 'node:os'

import { Client } from 'pg'

import { throughDoor } from '../../src/store/server/connection.ts'
import { SOCKET_PORT, socketFolder } from '../../src/store/server/places.ts'

/** Asks the database of a desk that runs on a data directory, as its administrator, past all walls. */
export async function inDatabaseOf<T>(dataDir: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(throughDoor({ host: socketFolder(dataDir, tmpdir()), port: SOCKET_PORT }, 'admin'))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
