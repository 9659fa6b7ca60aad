import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { Client } from 'pg'

import { openServer, type DatabaseServer } from '../../../src/store/server/open-server.ts'
import { temporaryPlace } from './temporary-place.ts'

const WRITERS = 4
const ROWS_BEFORE_KILL = 400

export interface CrashTally {
  readonly acknowledged: number
  readonly lost: number
}

/**
 * In each round four connections insert rows, one commit a row, until 400 were acknowledged; then every process of the
 * server is killed with -9 at once, while the four go on. The next start must find each acknowledged row.
 */
export async function crashRounds(rounds: number): Promise<CrashTally> {
  await using place = await temporaryPlace()
  const options = { dataDir: join(place.root, 'data'), dataArea: place.area }
  const acknowledged = new Set<number>()
  for (let round = 0; round < rounds; round += 1) {
    const server = await openServer(options)
    assert.equal(server.adopted, false)
    await writeUntilKilled(server, { pidFile: join(options.dataDir, 'postgres-18', 'postmaster.pid'), acknowledged })
  }
  await using server = await openServer(options)
  const kept = await readKept(server)
  return { acknowledged: acknowledged.size, lost: [...acknowledged].filter((id) => !kept.has(id)).length }
}

interface Round {
  readonly pidFile: string
  readonly acknowledged: Set<number>
}

async function writeUntilKilled(server: DatabaseServer, { pidFile, acknowledged }: Round): Promise<void> {
  const observer = await connect(server)
  await observer.query('create table if not exists kept (id int primary key, filling text not null)')
  const highest = await observer.query<{ id: number }>('select coalesce(max(id), 0) as id from kept')
  const clients = await Promise.all(Array.from({ length: WRITERS }, () => connect(server)))
  const { rows } = await observer.query<{ pid: number }>('select pid from pg_stat_activity')
  const postmaster = Number((await readFile(pidFile, 'utf8')).split('\n')[0])
  const goal = acknowledged.size + ROWS_BEFORE_KILL
  let id = highest.rows[0]?.id ?? 0
  const write = async (client: Client): Promise<never> => {
    for (;;) {
      const mine = (id += 1)
      await client.query(`insert into kept values ($1, repeat('x', 500))`, [mine])
      acknowledged.add(mine)
      if (acknowledged.size === goal) killAll([postmaster, ...rows.map(({ pid }) => pid)])
    }
  }
  const ends = await Promise.allSettled(clients.map(write))
  assert.ok(ends.every(({ status }) => status === 'rejected'))
  assert.ok(acknowledged.size >= goal)
}

function killAll(pids: readonly number[]): void {
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It ended by itself, as a worker of autovacuum may.
    }
  }
}

async function readKept(server: DatabaseServer): Promise<ReadonlySet<number>> {
  const client = await connect(server)
  const { rows } = await client.query<{ id: number }>('select id from kept')
  await client.end()
  return new Set(rows.map((row) => row.id))
}

async function connect(server: DatabaseServer): Promise<Client> {
  const client = new Client(server.connection('admin'))
  client.on('error', () => undefined) // the kill is on purpose; the next query tells of it
  await client.connect()
  return client
}
