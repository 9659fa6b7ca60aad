import { sql } from 'kysely'
import pg from 'pg'

import type { AccountScope } from '../model/scope.ts'
import type { Tx } from './database.ts'

export const CHANGE_TYPES = ['conversation', 'reply', 'quarantine', 'account', 'mailbox', 'alert'] as const
export type ChangeType = (typeof CHANGE_TYPES)[number]

/** What changed, by id only: whoever hears it reads again and is authorised again. */
export interface Change {
  readonly type: ChangeType
  readonly accountId: number
  readonly id: number
  readonly conversationId: number | undefined
}

const CHANNEL = 'safereply_change'
const RECONNECT_MS = 1_000

/** Tells every process of a change when, and only when, the transaction commits. */
export async function announce(tx: Tx, scope: AccountScope, change: Omit<Change, 'accountId'>): Promise<void> {
  await announceAll(tx, scope, [change])
}

/** As `announce`, for several changes in one statement. */
export async function announceAll(
  tx: Tx,
  scope: AccountScope,
  changes: readonly Omit<Change, 'accountId'>[],
): Promise<void> {
  if (changes.length === 0) return
  const payloads = changes.map(({ type, id, conversationId }) =>
    JSON.stringify([type, scope.accountId, id, conversationId ?? 0]),
  )
  await sql`select pg_notify(${CHANNEL}, payload) from unnest(${payloads}::text[]) payload`.execute(tx)
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
  const [name, accountId, id, conversationId] = parts
  const type = CHANGE_TYPES.find((one) => one === name)
  if (type === undefined) return undefined
  return { type, accountId: Number(accountId), id: Number(id), conversationId: Number(conversationId) || undefined }
}
