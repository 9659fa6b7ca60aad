import { sql } from 'kysely'
import pg from 'pg'

import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

/** What changed, by id only: whoever hears it reads again and is authorised again. */
export interface Change {
  readonly type: 'conversation' | 'reply' | 'quarantine' | 'account'
  readonly accountId: number
  readonly id: number
  readonly conversationId: number | undefined
}

const CHANNEL = 'safereply_change'
const RECONNECT_MS = 1_000

/** Tells every process of a change when, and only when, the transaction commits. */
export async function announce(tx: Tx, scope: AccountScope, change: Omit<Change, 'accountId'>): Promise<void> {
  const { type, id, conversationId } = change
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify([type, scope.accountId, id, conversationId ?? 0])})`.execute(
    tx,
  )
}

/** Hears changes of all processes on a connection of its own, which comes back when it breaks. */
export async function listenForChanges(
  connection: pg.ClientConfig,
  hear: { readonly change: (change: Change) => void; readonly interrupted: () => void },
): Promise<AsyncDisposable> {
  let closed = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  let retrying: Promise<void> | undefined

  async function connect(): Promise<void> {
    const next = new pg.Client(connection)
    next.on('notification', (notification) => {
      const change = parseChange(notification.payload ?? '')
      if (change) hear.change(change)
    })
    next.on('error', () => again(next))
    next.on('end', () => again(next))
    await next.connect()
    await next.query(`listen ${CHANNEL}`)
    client = next
  }

  function again(broken: pg.Client): void {
    if (closed || broken !== client) return
    client = undefined
    hear.interrupted()
    timer = setTimeout(retry, RECONNECT_MS)
  }

  function retry(): void {
    retrying = connect().catch(() => {
      if (!closed) timer = setTimeout(retry, RECONNECT_MS)
    })
  }

  await connect()
  return {
    async [Symbol.asyncDispose]() {
      closed = true
      clearTimeout(timer)
      // One that is just connecting would outlive us.
      await retrying
      await client?.end()
    },
  }
}

function parseChange(payload: string): Change | undefined {
  const parts: unknown = JSON.parse(payload)
  if (!Array.isArray(parts)) return undefined
  const [type, accountId, id, conversationId] = parts
  if (type !== 'conversation' && type !== 'reply' && type !== 'quarantine' && type !== 'account') return undefined
  return { type, accountId: Number(accountId), id: Number(id), conversationId: Number(conversationId) || undefined }
}
