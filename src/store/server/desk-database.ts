import { DatabaseError, escapeLiteral, type Client } from 'pg'

import { maintenanceClient } from './adopt.ts'
import { APP_ROLE, DESK_DATABASE, LOG_ROLE, type Door } from './connection.ts'

/** What a server says when another process made the same thing first. */
const ALREADY_THERE = ['42P04', '42710', '23505']

/** Makes the desk's database unless it is there, and on Windows its login roles, which there need a password. */
export async function ensureDeskDatabase(door: Door): Promise<void> {
  const client = maintenanceClient(door)
  await client.connect()
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DESK_DATABASE])
    if (rowCount === 0) await createUnlessThere(client, `create database ${DESK_DATABASE}`)
    if (door.password !== undefined) await ensurePasswords(client, door.password)
  } finally {
    await client.end()
  }
}

async function ensurePasswords(client: Client, password: string): Promise<void> {
  for (const role of [APP_ROLE, LOG_ROLE]) {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    if (rowCount === 0) await createUnlessThere(client, `create role ${role} login password ${escapeLiteral(password)}`)
  }
}

/** Runs a CREATE statement that has no `if not exists`; losing a race to another process is as good as winning it. */
export async function createUnlessThere(client: Client, statement: string): Promise<void> {
  try {
    await client.query(statement)
  } catch (error) {
    if (!(error instanceof DatabaseError && ALREADY_THERE.includes(error.code ?? ''))) throw error
  }
}
