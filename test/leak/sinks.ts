import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { Client } from 'pg'

import type { Find, Search } from './canaries.ts'

/** Searches every file below a folder; sockets and what goes while we look are no files. */
export async function findInFolder(search: Search, folder: string): Promise<readonly Find[]> {
  const finds: Find[] = []
  let files = 0
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    finds.push(...search.in(`name of ${path}`, Buffer.from(entry.name)))
    if (!entry.isFile()) continue
    const bytes = await readFile(path).catch(() => undefined)
    if (bytes === undefined) continue
    files += 1
    finds.push(...search.in(path, bytes))
  }
  assert.ok(files > 100, 'a search that looked at nothing proves nothing')
  return finds
}

/** Searches every row as text: also what the files hold compressed. */
export async function findInRows(search: Search, client: Client): Promise<readonly Find[]> {
  const tables = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  )
  const finds: Find[] = []
  for (const { name } of tables.rows) {
    const { rows } = await client.query<{ row: string }>(`select each::text as row from ${name} as each`)
    const where = `row of ${name.replace('public.', '')}`
    for (const { row } of rows) finds.push(...search.in(where, Buffer.from(row)))
  }
  return finds
}

/** Places of what was found where, each once. */
export function placesOf(finds: readonly Find[], where: RegExp): ReadonlySet<string> {
  return new Set(finds.filter((find) => where.test(find.where)).map(({ place }) => place))
}
