import assert from 'node:assert/strict'
import { test } from 'node:test'

import { openDatabase } from '../../src/store/database.ts'
import { accountRows, pastRowSecurity } from '../access/account-rows.ts'
import { openTenants, type Tenants } from '../access/tenants.ts'
import { type ApiRoute, fetchDocument, routeName, routesOf } from './api-document.ts'
import { type PathIds, pathIdsOf, pathOf, requestOf } from './route-samples.ts'

const NOBODY: PathIds = {
  account: 999_999_999_991,
  conversation: 999_999_999_992,
  reply: 999_999_999_993,
  mailbox: 999_999_999_994,
  quarantine: 999_999_999_995,
  deadline: 999_999_999_996,
  alert: 999_999_999_997,
  address: 'nobody@elsewhere.example',
  rule: 'OUT-092',
}

test('every route of an account answers to another’s ids as to ids that do not exist', async (t) => {
  const tenants = await openTenants(t)
  const { mine, theirs } = tenants
  const ids = pathIdsOf(theirs)
  const routes = await accountRoutes(tenants)

  const answers = await Promise.all(routes.map((route) => ask(tenants, { route, ids })))
  const missing = await Promise.all(routes.map((route) => ask(tenants, { route, ids: NOBODY })))

  assert.deepEqual(answers, missing)
  assert.deepEqual(
    answers.map(({ status, code }) => ({ status, code })),
    routes.map(() => ({ status: 404, code: 'thing.missing' })),
  )
  assert.notEqual(mine.accountId, theirs.accountId)
})

test('the ids of another’s things do not exist in one’s own account either', async (t) => {
  const tenants = await openTenants(t)
  const { mine, theirs } = tenants
  const ids = { ...pathIdsOf(theirs), account: mine.accountId }
  const routes = (await accountRoutes(tenants)).filter(({ path }) => /\{(?!account\}|rule\})/u.test(path)) // a rule belongs to nobody

  const answers = await Promise.all(routes.map((route) => ask(tenants, { route, ids })))
  const missing = await Promise.all(
    routes.map((route) => ask(tenants, { route, ids: { ...NOBODY, account: mine.accountId } })),
  )

  assert.ok(routes.length > 0)
  assert.deepEqual(answers, missing)
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [404])
})

test('asking for another’s things changes nothing of theirs', async (t) => {
  const tenants = await openTenants(t)
  const { theirs } = tenants
  const ids = pathIdsOf(theirs)
  const before = await rowsOf(tenants)

  for (const route of await accountRoutes(tenants)) await ask(tenants, { route, ids })

  assert.ok(before.length > 0)
  assert.equal(await rowsOf(tenants), before)
})

test('each of these routes answers to its owner, so that the 404 is the wall’s', async (t) => {
  const tenants = await openTenants(t)
  const { mine } = tenants
  const ids = pathIdsOf(mine)

  const statuses: number[] = []
  for (const route of await accountRoutes(tenants)) statuses.push((await ask(tenants, { route, ids })).status)

  assert.ok(!statuses.includes(404), statuses.join(' '))
})

test('a list of one’s own holds nothing of another', async (t) => {
  const { desk, mine, theirs } = await openTenants(t)

  const me = await desk.app.request('/api/v1/me', { headers: { authorization: `Bearer ${mine.token}` } })
  const text = await me.text()

  assert.ok(text.includes(String(mine.accountId)))
  assert.ok(!text.includes(String(theirs.accountId)) && !text.includes(theirs.mailbox))
})

test('without a token every route that is not public answers 401', async (t) => {
  const tenants = await openTenants(t)
  const { mine } = tenants
  const ids = pathIdsOf(mine)
  const routes = await closedRoutes(tenants)

  const answers = await Promise.all(routes.map((route) => ask(tenants, { route, ids, token: undefined })))

  assert.deepEqual([...new Set(answers.map(({ status, code }) => `${status} ${code}`))], ['401 session.missing'])
})

test('a token that nobody has, or that is none, is like no token', async (t) => {
  const tenants = await openTenants(t)
  const { mine } = tenants
  const ids = pathIdsOf(mine)
  const routes = await closedRoutes(tenants)

  const unknown = await Promise.all(routes.map((route) => ask(tenants, { route, ids, token: 'f'.repeat(64) })))
  const garbage = await Promise.all(routes.map((route) => ask(tenants, { route, ids, token: "' or true --" })))

  assert.deepEqual([...new Set([...unknown, ...garbage].map(({ status }) => status))], [401])
})

/** All routes that name an account. */
async function accountRoutes({ desk }: Tenants): Promise<readonly ApiRoute[]> {
  const routes = routesOf(await fetchDocument(desk.app))
  const inAccounts = routes.filter(({ path }) => path.includes('{account}'))
  const others = routes.filter(({ path }) => path.includes('{') && !path.includes('{account}'))
  assert.deepEqual(others.map(routeName), [], 'a thing is named outside of its account')
  assert.ok(inAccounts.length > 0)
  return inAccounts
}

async function closedRoutes({ desk }: Tenants): Promise<readonly ApiRoute[]> {
  return routesOf(await fetchDocument(desk.app)).filter(({ access }) => access !== 'public')
}

/** What an answer shows, without what differs in every answer. `token` is mine unless said otherwise. */
async function ask(
  { desk, mine }: Tenants,
  wish: { readonly route: ApiRoute; readonly ids: PathIds; readonly token?: string | undefined },
) {
  const token = 'token' in wish ? wish.token : mine.token
  const answer = await desk.app.request(pathOf(wish.route, wish.ids), requestOf(wish.route, token))
  const headers = Object.fromEntries([...answer.headers].filter(([name]) => name !== 'x-request-id'))
  const { requestId, ...body } = (await answer.json()) as { requestId?: string; code?: string }
  assert.ok(answer.status < 300 || requestId !== undefined)
  return { route: routeName(wish.route), status: answer.status, headers, code: body.code, body }
}

/** Everything of theirs, past row security. */
async function rowsOf({ desk, theirs }: Tenants): Promise<string> {
  const db = openDatabase(desk.database.connection('admin'), 'safereply_app')
  try {
    return await db.transaction().execute(async (tx) => {
      await pastRowSecurity(tx)
      return accountRows(tx, theirs.accountId)
    })
  } finally {
    await db.destroy()
  }
}
