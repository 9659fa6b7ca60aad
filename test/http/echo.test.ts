import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { inspect } from 'node:util'

import { openTenants } from '../access/tenants.ts'
import { type ApiRoute, fetchDocument, routesOf } from './api-document.ts'
import { pathIdsOf, pathOf, requestOf } from './route-samples.ts'

const { desk, mine } = await openTenants({ after })
const routes = routesOf(await fetchDocument(desk.app)).filter(({ path }) => path !== '/api/v1/events')
const IDS = pathIdsOf(mine)

const CANARY = '4111 1111 1111 1111 canary.person@leak.example'
/** What of it no answer and no log may show, in any spelling a URL gives it. */
const TRACES = /4111.?.?1111|canary\.person|leak\.example/u

test('what was sent in a body that is refused stands in no answer and in no log', async () => {
  const bodies = [
    `{"text": "${CANARY}`,
    JSON.stringify(CANARY),
    JSON.stringify([CANARY]),
    JSON.stringify({ [CANARY]: CANARY }),
    JSON.stringify({ text: [CANARY], version: CANARY, outcome: CANARY, token: CANARY, lang: CANARY, name: [CANARY] }),
    JSON.stringify({ name: CANARY, mailboxAddress: CANARY, approvedSender: CANARY }),
    JSON.stringify({ text: CANARY, version: 99 }),
  ]
  const taking = routes.filter(({ takesBody }) => takesBody)

  for (const route of taking) for (const body of bodies) await assertSilent(route, { body })

  assert.ok(taking.length > 0)
  assertLogSilent()
})

test('what was sent in a path stands in no answer and in no log', async () => {
  const value = encodeURIComponent(CANARY)
  const named = routes.filter(({ path }) => path.includes('{'))

  for (const route of named) {
    const ids = Object.fromEntries(Object.keys(IDS).map((name) => [name, value]))
    await assertSilent(route, { ids })
    await assertSilent(route, { ids: { ...ids, account: mine.accountId } })
  }
  await assertSilentAnswer(await desk.request(`/${value}`))
  await assertSilentAnswer(await desk.app.request(`/${value}`, { method: 'POST' }))

  assert.ok(named.length > 0)
  assertLogSilent()
})

test('what was sent in a query stands in no answer and in no log', async () => {
  const value = encodeURIComponent(CANARY)

  for (const name of ['view', 'after', 'limit', value]) {
    await assertSilentAnswer(await desk.request(`/accounts/${mine.accountId}/conversations?${name}=${value}`))
  }

  assertLogSilent()
})

test('what was sent in a header stands in no answer and in no log', async () => {
  const names = ['authorization', 'cookie', 'if-match', 'idempotency-key', 'origin', 'content-type', 'x-request-id']

  for (const route of routes.filter(({ path }) => path.includes('{'))) {
    for (const name of names) await assertSilent(route, { headers: { [name]: CANARY } })
  }

  assertLogSilent()
})

test('the log tells of each request by its pattern, and a refused one by its code', async () => {
  const seen = desk.logged.length
  const list = `/accounts/${mine.accountId}/conversations`

  await desk.request(list)
  await desk.request(`${list}?limit=0`)
  await desk.app.request(`/api/v1${list}`)
  await desk.request('/nowhere')

  assert.deepEqual(
    desk.logged.slice(seen).map(({ route, status, code }) => `${route} ${status} ${code}`),
    [
      '/api/v1/accounts/:account/conversations 200 undefined',
      '/api/v1/accounts/:account/conversations 400 request.invalid',
      '/api/v1/accounts/:account/conversations 401 session.missing',
      '/api/v1/* 404 thing.missing',
    ],
  )
})

interface Canary {
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly ids?: Parameters<typeof pathOf>[1]
}

/** Calls a route with the canary somewhere in it. */
async function assertSilent(route: ApiRoute, { body, headers = {}, ids = IDS }: Canary): Promise<void> {
  const init = requestOf(route, mine.token)
  const all = new Headers(init.headers)
  for (const [name, value] of Object.entries(headers)) all.set(name, value)
  await assertSilentAnswer(
    await desk.app.request(pathOf(route, ids), { ...init, headers: all, ...(body === undefined ? {} : { body }) }),
  )
}

async function assertSilentAnswer(answer: Response): Promise<void> {
  const text = await answer.text()
  assert.ok(answer.status < 500, text)
  assert.doesNotMatch(text, TRACES)
  assert.doesNotMatch(inspect([...answer.headers]), TRACES)
}

/** Everything the log was told, errors with their causes included. */
function assertLogSilent(): void {
  assert.ok(desk.logged.length > 0)
  assert.doesNotMatch(inspect(desk.logged, { depth: Infinity, maxArrayLength: Infinity }), TRACES)
}
