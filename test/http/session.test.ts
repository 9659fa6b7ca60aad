import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { after, test } from 'node:test'

import { DAY_MS, HOUR_MS } from '../../src/base/clock.ts'
import type { App } from '../../src/http/app-env.ts'
import { createApp } from '../../src/http/app.ts'
import { newChangeHub } from '../../src/http/change-hub.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { testClock } from '../desk/test-clock.ts'
import { openTestDesk } from '../desk/test-desk.ts'

const clock = testClock()
const desk = await openTestDesk({ after }, { clock })

test('the token of a link is exchanged for a cookie that no script reads and no other site sends', async () => {
  const answer = await exchange(desk.token)

  assert.equal(answer.status, 204)
  assert.match(
    answer.headers.get('set-cookie') ?? '',
    /^safereply_session=[0-9a-f]{64}; Max-Age=43200; Path=\/; HttpOnly; SameSite=Strict$/u,
  )
})

test('a desk that is reached by https has its cookie sent over nothing else', async () => {
  const app = createApp({
    desk: desk.parts,
    changes: newChangeHub(),
    isHttps: true,
    page: undefined,
    ready: () => Promise.resolve(),
    log: () => undefined,
  })

  const answer = await exchange(desk.token, app)

  assert.match(answer.headers.get('set-cookie') ?? '', /; Secure(?:;|$)/u)
})

test('the cookie holds another secret than the link, and opens the desk', async () => {
  const cookie = await begin()

  assert.ok(!cookie.includes(desk.token))
  assert.equal(await statusOf(cookie), 200)
})

test('a session that is ended is over at once, and no other one with it', async () => {
  const [mine, other] = [await begin(), await begin()]

  const ended = await desk.app.request('/api/v1/session', { method: 'DELETE', headers: { cookie: mine } })

  assert.equal(ended.status, 204)
  assert.match(ended.headers.get('set-cookie') ?? '', /^safereply_session=; Max-Age=0; Path=\//u)
  assert.equal(await statusOf(mine), 401)
  assert.equal(await statusOf(other), 200)
})

test('a session lives twelve hours and not a millisecond longer', async () => {
  const cookie = await begin()

  clock.forward(12 * HOUR_MS - 1)
  const before = await statusOf(cookie)
  clock.forward(1)
  const then = await statusOf(cookie)

  assert.deepEqual([before, then], [200, 401])
})

test('a token that nobody has begins no session', async () => {
  const answer = await exchange('f'.repeat(64))

  assert.equal(answer.status, 401)
  assert.equal(answer.headers.get('set-cookie'), null)
})

test('a token is stored as its hash alone', async () => {
  const secret = /=([0-9a-f]{64})/u.exec(await begin())?.[1] ?? ''
  const hash = createHash('sha256').update(secret).digest('hex')

  const rows = await asAdmin<{ token_hash: string; row: string }>(
    desk.database,
    'select token_hash, to_jsonb(t)::text as row from person_token t',
  )

  assert.equal(rows.filter((row) => row.token_hash === hash).length, 1)
  assert.ok(rows.every(({ row }) => !row.includes(secret) && !row.includes(desk.token)))
})

/* The last test, since it moves the clock past the life of the link that the others begin with. */
test('a link lives thirty days', async () => {
  clock.forward(30 * DAY_MS)

  assert.equal((await exchange(desk.token)).status, 401)
})

/** Exchanges a token as the page does. */
async function exchange(token: string, app: App = desk.app): Promise<Response> {
  return app.request('/api/v1/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ token }),
  })
}

/** A new session, as the browser sends its cookie back. */
async function begin(): Promise<string> {
  const answer = await exchange(desk.token)
  return (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
}

async function statusOf(cookie: string): Promise<number> {
  return (await desk.app.request('/api/v1/me', { headers: { cookie } })).status
}
