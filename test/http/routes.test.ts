import assert from 'node:assert/strict'
import { test } from 'node:test'

import { createRoute } from '@hono/zod-openapi'

import { Fault } from '../../src/base/fault.ts'
import { newApp } from '../../src/http/app-env.ts'
import { guardRoutes } from '../../src/http/guard-routes.ts'
import { openTenants, type Tenant, type Tenants } from '../access/tenants.ts'
import { openTestDesk, type TestDesk } from '../desk/test-desk.ts'
import { assertGolden, assertGoldenJson } from '../golden.ts'
import { runOnce } from '../test-server.ts'
import { type ApiDocument, type ApiRoute, fetchDocument, routeName, routesOf } from './api-document.ts'
import { pathIdsOf, pathOf, requestOf } from './route-samples.ts'
import { complaints } from './schema-check.ts'

test('the routes and who may call them are those of the golden list', async (t) => {
  const desk = await openTestDesk(t)

  const routes = routesOf(await fetchDocument(desk.app))

  await assertGolden('routes.txt', `${routes.map((route) => `${routeName(route)} ${route.access}`).join('\n')}\n`)
})

test('the OpenAPI document is the golden one', async (t) => {
  const desk = await openTestDesk(t)

  await assertGoldenJson('openapi.json', await fetchDocument(desk.app))
})

test('a route without access stops the start', () => {
  const planted = newApp().openapi(
    createRoute({ method: 'get', path: '/planted', responses: { 200: { description: 'Open to all' } } }),
    (c) => c.text('open'),
  )

  assert.throws(
    () => guardRoutes(newApp(), '/api/v1', planted),
    (error) => error instanceof Fault && error.code === 'bug' && error.detail === 'get /planted declares no access',
  )
})

test('a route that was never declared stops the start', () => {
  const planted = newApp()
  planted.get('/planted', (c) => c.text('open'))

  assert.throws(
    () => guardRoutes(newApp(), '/api/v1', planted),
    (error) => error instanceof Fault && error.code === 'bug' && error.detail === 'GET /planted is not declared',
  )
})

test('what each route answers is what the document declares, and nothing more', async (t) => {
  const tenants = await openTenants(t)
  const api = await fetchDocument(tenants.desk.app)
  const waiting = new Map(routesOf(api).map((route) => [routeName(route), route]))

  const wrong: string[] = []
  for (const name of HAPPY_PATH) {
    const route = waiting.get(name)
    assert.ok(route, name)
    waiting.delete(name)
    wrong.push(...(await callOnce(tenants, api, route)).map((complaint) => `${name} ${complaint}`))
  }

  assert.deepEqual([...waiting.keys()], [], 'the happy path leaves routes out')
  assert.deepEqual(wrong, [])
})

/** Every route, in an order in which each succeeds: one reply at a time, the end of the session last. */
const HAPPY_PATH = [
  'GET /api/v1/me',
  'GET /api/v1/policy',
  'GET /api/v1/events',
  'POST /api/v1/check',
  'POST /api/v1/accounts',
  'GET /api/v1/accounts/{account}/mailboxes',
  'POST /api/v1/accounts/{account}/mailboxes',
  'PATCH /api/v1/accounts/{account}/mailboxes/{mailbox}',
  'PUT /api/v1/accounts/{account}/mailboxes/{mailbox}/source',
  'POST /api/v1/accounts/{account}/mailboxes/{mailbox}/try',
  'DELETE /api/v1/accounts/{account}/mailboxes/{mailbox}/source',
  'GET /api/v1/accounts/{account}/senders',
  'POST /api/v1/accounts/{account}/senders/{address}/approve',
  'GET /api/v1/accounts/{account}/conversations',
  'GET /api/v1/accounts/{account}/conversations/{conversation}',
  'GET /api/v1/accounts/{account}/quarantine',
  'POST /api/v1/accounts/{account}/quarantine/{quarantine}/release',
  'POST /api/v1/accounts/{account}/quarantine/{quarantine}/dismiss',
  'POST /api/v1/accounts/{account}/quarantine/{quarantine}/report',
  'POST /api/v1/accounts/{account}/deadlines/{deadline}/settle',
  'GET /api/v1/accounts/{account}/alerts',
  'GET /api/v1/accounts/{account}/deadlines',
  'GET /api/v1/accounts/{account}/response-figure',
  'POST /api/v1/accounts/{account}/alerts/{alert}/seen',
  'GET /api/v1/accounts/{account}/reconciliation',
  'POST /api/v1/accounts/{account}/reconciliation',
  'POST /api/v1/accounts/{account}/order-reports',
  'PUT /api/v1/accounts/{account}/rules/{rule}',
  'GET /api/v1/accounts/{account}/rules',
  'POST /api/v1/accounts/{account}/conversations/{conversation}/no-response',
  'DELETE /api/v1/accounts/{account}/conversations/{conversation}/no-response',
  'POST /api/v1/accounts/{account}/conversations/{conversation}/done',
  'PUT /api/v1/accounts/{account}/conversations/{conversation}/draft',
  'GET /api/v1/accounts/{account}/conversations/{conversation}/draft',
  'DELETE /api/v1/accounts/{account}/conversations/{conversation}/draft',
  'POST /api/v1/accounts/{account}/conversations/{conversation}/check',
  'GET /api/v1/accounts/{account}/replies',
  'GET /api/v1/accounts/{account}/replies/{reply}',
  'DELETE /api/v1/accounts/{account}/replies/{reply}',
  'POST /api/v1/accounts/{account}/replies/{reply}/resolution',
  'POST /api/v1/accounts/{account}/conversations/{conversation}/replies',
  'POST /api/v1/session',
  'DELETE /api/v1/session',
]

/** Brings about what a route wants to find. */
async function setScene(desk: Tenants['desk'], { path }: ApiRoute): Promise<void> {
  if (path.endsWith('/resolution')) await loseSight(desk)
  if (path.includes('{quarantine}')) await holdAgain(desk)
  if (path.endsWith('/done')) await oweAnswers(desk)
}

/** Calls a route as its owner and holds its answer against the document; complaints, or none. */
async function callOnce({ desk, mine }: Tenants, api: ApiDocument, route: ApiRoute): Promise<readonly string[]> {
  const ids = pathIdsOf(mine)
  await setScene(desk, route)
  const init = requestOf(route, mine.token, route.path === '/api/v1/session' ? { token: mine.token } : undefined)
  const headers = new Headers(init.headers)
  headers.set('if-match', await currentETag(desk, mine, route.path.endsWith('/draft') ? '/draft' : ''))
  const query = route.path.endsWith('/conversations') ? '?view=all' : ''
  const answer = await desk.app.request(pathOf(route, ids) + query, { ...init, headers })
  const declared = route.operation.responses[String(answer.status)]
  if (!declared) return [`answers ${answer.status}: ${await answer.text()}`]
  const [type] = (answer.headers.get('content-type') ?? '').split(';')
  if (!declared.content) return type === '' && answer.body === null ? [] : [`has a body of ${type}`]
  const schema = declared.content[type ?? '']?.schema
  if (!schema) return [`is of type ${type}`]
  if (type === 'application/json') return complaints(api, schema, await answer.json())
  await answer.body?.cancel()
  return []
}

/** The ETag of the conversation, or of what stands below it. */
async function currentETag(desk: TestDesk, { accountId, conversationId, token }: Tenant, below: string) {
  const path = `/api/v1/accounts/${accountId}/conversations/${conversationId}${below}`
  const answer = await desk.app.request(path, { headers: { authorization: `Bearer ${token}` } })
  return answer.headers.get('etag') ?? ''
}

/** Makes the fate of every reply unknown, as a lost connection does. */
async function loseSight({ database }: TestDesk): Promise<void> {
  await runOnce(database.connection('admin'), `update outbox set state = 'unknown'`)
}

/** Has every buyer wait for what an acknowledgement promised. */
async function oweAnswers({ database }: TestDesk): Promise<void> {
  await runOnce(database.connection('admin'), `update conversation set state = 'on-us'`)
}

/** Has every quarantined mail wait for a decision, for a reason a person can judge. */
async function holdAgain({ database }: TestDesk): Promise<void> {
  await runOnce(database.connection('admin'), `update quarantine set state = 'held', reason = 'ambiguous'`)
}
