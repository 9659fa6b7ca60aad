import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'

import { createApp } from '../../src/http/app.ts'
import { type ChangeHub, newChangeHub } from '../../src/http/change-hub.ts'
import { listen } from '../../src/http/serve.ts'
import { listenForChanges } from '../../src/store/change.ts'
import { openTenants } from '../access/tenants.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { until } from '../desk/until.ts'
import { fetchDocument } from './api-document.ts'
import { follow, type StreamEvent } from './event-stream.ts'
import { complaints } from './schema-check.ts'

test('a mail that came in is told to its account by ids alone', async (t) => {
  await using live = await openLive(t)
  const { desk, mine, port } = live
  const stream = follow(port, mine.token)
  assert.equal((await next(stream)).name, 'ready')

  await desk.receive(mine.mailbox, buyerMail({ to: mine.mailbox, text: 'Wo ist die blaue Teekanne?' }))
  const event = await next(stream)

  assert.equal(event.name, 'change')
  const change: unknown = JSON.parse(event.data)
  assert.deepEqual(change, {
    type: 'conversation',
    accountId: String(mine.accountId),
    id: String(mine.conversationId),
    conversationId: String(mine.conversationId),
  })
  assert.deepEqual(complaints(await fetchDocument(desk.app), { $ref: '#/components/schemas/Change' }, change), [])
  await stream.return()
})

test('what comes in for another account is not told', async (t) => {
  await using live = await openLive(t)
  const { desk, mine, theirs, port } = live
  const stream = follow(port, mine.token)
  await next(stream)

  await desk.receive(theirs.mailbox, buyerMail({ to: theirs.mailbox }))
  await desk.receive(mine.mailbox, buyerMail({ to: mine.mailbox }))
  const event = await next(stream)

  // Changes are told in the order of their commits, so that theirs would have come first.
  assert.ok(event.data.includes(String(mine.accountId)), event.data)
  assert.ok(!event.data.includes(String(theirs.accountId)))
  await stream.return()
})

test('a page whose session has ended is told nothing more, and its stream ends', async (t) => {
  await using live = await openLive(t)
  const { desk, mine, port } = live
  const stream = follow(port, mine.token)
  await next(stream)

  const ended = await fetch(`http://127.0.0.1:${port}/api/v1/session`, {
    method: 'DELETE',
    headers: { authorization: `Bearer ${mine.token}` },
  })
  await desk.receive(mine.mailbox, buyerMail({ to: mine.mailbox }))

  assert.equal(ended.status, 204)
  assert.deepEqual(await stream.next(), { done: true, value: undefined })
})

test('an account that is opened while a page follows is told of from then on', async (t) => {
  await using live = await openLive(t)
  const { desk, mine, port } = live
  const stream = follow(port, mine.token)
  await next(stream)

  const { accountId, mailbox } = await desk.openAccount('later')
  const opened = await next(stream)
  await desk.receive(mailbox, buyerMail({ to: mailbox }))
  const received = await next(stream)

  assert.deepEqual(
    [opened, received].map(({ data }) => /"type":"(\w+)","accountId":"(\d+)"/u.exec(data)?.slice(1)),
    [
      ['account', String(accountId)],
      ['conversation', String(accountId)],
    ],
  )
  await stream.return()
})

test('a break of the database’s connection lets every page go, and the next stream hears again', async (t) => {
  await using live = await openLive(t)
  const { desk, mine, port } = live
  const stream = follow(port, mine.token)
  await next(stream)
  const [listener] = await listeners(live)
  assert.ok(listener)

  await asAdmin(desk.database, 'select pg_terminate_backend($1)', [listener])

  assert.equal((await stream.next()).done, true)
  await until('another listener', async () => (await listeners(live)).find((pid) => pid !== listener))
  const again = follow(port, mine.token)
  await next(again)
  await desk.receive(mine.mailbox, buyerMail({ to: mine.mailbox }))
  assert.equal((await next(again)).name, 'change')
  await again.return()
})

test('a page that leaves is forgotten', async (t) => {
  await using live = await openLive(t)
  const leaving = new AbortController()
  const stream = follow(live.port, live.mine.token, leaving.signal)
  await next(stream)
  assert.equal(live.followers(), 1)

  leaving.abort()

  await assert.rejects(async () => stream.next(), { name: 'AbortError' })
  await until('the end of the subscription', () => (live.followers() === 0 ? true : undefined))
})

type Live = Awaited<ReturnType<typeof openLive>>

/** Two people and a listening desk that hears of changes from the database, joined as `src/desk.ts` joins them. */
async function openLive(t: TestContext) {
  const tenants = await openTenants(t)
  const { desk } = tenants
  await using opened = new AsyncDisposableStack()
  const { changes, followers } = countingHub()
  opened.use(
    await listenForChanges(desk.database.connection('app'), {
      change: (change) => changes.tell(change),
      interrupted: () => changes.interrupt(),
    }),
  )
  const app = createApp({
    desk: desk.parts,
    changes,
    isHttps: false,
    page: undefined,
    ready: () => Promise.resolve(),
    log: () => undefined,
  })
  const { port } = opened.use(await listen(app, { host: '127.0.0.1', port: 0 }))
  opened.defer(() => changes.interrupt())
  const closing = opened.move()
  return { ...tenants, port, followers, [Symbol.asyncDispose]: () => closing.disposeAsync() }
}

/** A hub that knows how many follow it. */
function countingHub(): { readonly changes: ChangeHub; readonly followers: () => number } {
  const hub = newChangeHub()
  let count = 0
  const changes: ChangeHub = {
    ...hub,
    subscribe(listener) {
      count += 1
      const leave = hub.subscribe(listener)
      return () => {
        count -= 1
        leave()
      }
    },
  }
  return { changes, followers: () => count }
}

/** The next event of a stream that has not ended. */
async function next(stream: AsyncGenerator<StreamEvent, void>): Promise<StreamEvent> {
  const { value, done } = await stream.next()
  assert.ok(done !== true && value, 'the stream has ended')
  return value
}

/** The sessions of the database in which someone listens for changes. */
async function listeners({ desk }: Live): Promise<readonly number[]> {
  const rows = await asAdmin<{ pid: number }>(
    desk.database,
    `select pid from pg_stat_activity where datname = current_database() and query = 'listen safereply_change'`,
  )
  return rows.map(({ pid }) => pid)
}
