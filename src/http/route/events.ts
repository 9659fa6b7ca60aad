import { type SSEStreamingApi, streamSSE } from 'hono/streaming'

import { SECOND_MS } from '../../base/clock.ts'
import { showMe } from '../../flow/show-me.ts'
import type { Actor } from '../../model/actor.ts'
import type { Change } from '../../store/change.ts'
import { actorOf } from '../actor-of.ts'
import { newApp } from '../app-env.ts'
import { declareRoute } from '../declare-route.ts'
import type { HttpParts } from '../parts.ts'
import { ChangeShape } from './shapes.ts'

/** Often enough that no proxy closes a quiet stream. */
const PING_MS = 25 * SECOND_MS

const follow = declareRoute('session', {
  method: 'get',
  path: '/events',
  summary: 'What changes, as it changes: ids only, as server-sent events named `change`',
  responses: { 200: { description: 'A stream', content: { 'text/event-stream': { schema: ChangeShape } } } },
})

/** Live updates. */
export function eventRoutes(parts: HttpParts) {
  return newApp().openapi(follow, async (c) => {
    const actor = actorOf(c)
    // Read before the stream begins, so that a failure is an answer like any other.
    const accountIds = await accountIdsOf(parts, actor)
    c.header('X-Accel-Buffering', 'no')
    const isStillIn = c.get('isStillIn')
    return streamSSE(c, (stream) => run(parts, { actor, accountIds, isStillIn }, stream))
  })
}

interface Reader {
  readonly actor: Actor
  readonly accountIds: ReadonlySet<number>
  /** Whether the session still holds; asked before each word, since a stream outlives many of them. */
  readonly isStillIn: () => Promise<boolean>
}

async function run(parts: HttpParts, reader: Reader, stream: SSEStreamingApi): Promise<void> {
  const ended = Promise.withResolvers<void>()
  // First of all: a reader that leaves is told of once, and only to who listens already.
  stream.onAbort(() => ended.resolve())
  let { accountIds } = reader
  async function hear(change: Change): Promise<void> {
    if (change.type === 'account') accountIds = await accountIdsOf(parts, reader.actor)
    if (!accountIds.has(change.accountId)) return
    if (!(await reader.isStillIn())) return ended.resolve()
    await stream.writeSSE({ event: 'change', data: JSON.stringify(presentChange(change)) })
  }
  const unsubscribe = parts.changes.subscribe({
    change: (change) => void hear(change).catch(() => ended.resolve()),
    interrupted: () => ended.resolve(),
  })
  const ping = setInterval(() => void stream.writeSSE({ event: 'ping', data: '' }), PING_MS)
  await stream.writeSSE({ event: 'ready', data: '' })
  await ended.promise
  clearInterval(ping)
  unsubscribe()
}

async function accountIdsOf(parts: HttpParts, actor: Actor): Promise<ReadonlySet<number>> {
  const me = await showMe(parts.desk, actor)
  return new Set(me?.accounts.map((mine) => mine.account.id) ?? [])
}

function presentChange(change: Change) {
  return ChangeShape.parse({
    type: change.type,
    accountId: String(change.accountId),
    id: String(change.id),
    conversationId: change.conversationId === undefined ? null : String(change.conversationId),
  })
}
