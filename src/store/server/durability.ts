import { Fault } from '../../base/fault.ts'

/** One statement without parameters, as `client.query` runs it. */
export type Query = (sql: string) => Promise<{ readonly rows: readonly Record<string, unknown>[] }>

const SETTINGS = ['fsync', 'full_page_writes', 'synchronous_commit']

/**
 * Holds any server to its word: what it acknowledges survives a power cut. A Fault 'database.unsafe' that names the
 * first of fsync, full_page_writes and synchronous_commit which is off or unknown to the server.
 */
export async function assertDurable(query: Query): Promise<void> {
  const names = SETTINGS.map((name) => `'${name}'`).join(', ')
  const { rows } = await query(`select name, setting from pg_settings where name in (${names})`)
  for (const name of SETTINGS) {
    const setting = rows.find((row) => row['name'] === name)?.['setting']
    if (setting === undefined || setting === 'off') throw new Fault('database.unsafe', { detail: name })
  }
}
