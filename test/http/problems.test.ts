import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { openTenants } from '../access/tenants.ts'
import { fetchDocument } from './api-document.ts'
import { type Problem, problemOf } from './problem-of.ts'

const { desk, mine } = await openTenants({ after })
const api = await fetchDocument(desk.app)

const ACCOUNT = `/accounts/${mine.accountId}`
const CONVERSATION = `${ACCOUNT}/conversations/${mine.conversationId}`
const REPLIES = `${CONVERSATION}/replies`
const REPLY = JSON.stringify({ text: 'Guten Tag, Ihr Paket kommt morgen an. Viele Grüße' })
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const BODY_MAX_BYTES = 256 * 1024

test('a body that is no JSON is not understood', async () => {
  const problem = await send('POST', '/check', { body: '{"text": "Guten' })

  assert.deepEqual(problem, {
    status: 400,
    code: 'request.invalid',
    detail: 'body: not what its content type says',
  })
})

test('a body of another type than JSON is not read', async () => {
  const problem = await send('POST', '/check', { body: 'text=Guten+Tag', headers: FORM })

  assert.equal(problem.status, 400)
})

test('a field of the wrong type is named, and the others that are wrong too', async () => {
  const problem = await send('PUT', `${CONVERSATION}/draft`, { body: '{"text": 5, "version": "one"}' })

  assert.equal(problem.code, 'request.invalid')
  assert.match(problem.detail ?? '', /^text: .+; version: .+$/u)
})

test('an id that is none is like an id that nobody has', async () => {
  const ids = ['999999999999', '0', '-1', '1e3', '1.5', 'abc', '%20', '99999999999999999999', '%27%20or%20true']
  const problems = await Promise.all(ids.map((id) => send('GET', `/accounts/${id}/conversations`)))

  assert.deepEqual(
    problems,
    ids.map(() => ({ status: 404, code: 'thing.missing', detail: undefined })),
  )
})

test('a cursor that no page gave is not understood', async () => {
  const after = Buffer.from('yesterday.1').toString('base64url')
  const problem = await send('GET', `${ACCOUNT}/conversations?after=${after}`)

  assert.deepEqual(problem, { status: 400, code: 'request.invalid', detail: 'after: not a cursor of this list' })
})

test('a page has at least one and at most a hundred conversations', async () => {
  const problems = await Promise.all(
    ['0', '101', '1.5', 'all'].map((limit) => send('GET', `${ACCOUNT}/conversations?limit=${limit}`)),
  )

  assert.deepEqual([...new Set(problems.map(({ status }) => status))], [400])
})

test('a reply that does not say which version it answers is asked to', async () => {
  const problem = await send('POST', REPLIES, { body: REPLY, headers: { 'idempotency-key': 'without-a-match' } })

  assert.deepEqual(problem, { status: 428, code: 'condition.missing', detail: undefined })
})

test('a reply to a version that is past is told the one that is', async () => {
  // While a reply is on its way, that is what stands against another one.
  assert.equal((await call('DELETE', `${ACCOUNT}/replies/${mine.replyId}`)).status, 200)
  const headers = { 'idempotency-key': 'a-stale-match', 'if-match': '"0"' }
  const problem = await send('POST', REPLIES, { body: REPLY, headers })

  assert.equal(problem.status, 409)
  assert.equal(problem.code, 'thing.changed')
  assert.match(problem.detail ?? '', /^version: \d+$/u)
})

test('a match that is no ETag of ours is not understood', async () => {
  const matches = ['*', '1', 'W/"1"', '"one"', '"1", "2"']
  const problems = await Promise.all(
    matches.map((match) =>
      send('POST', REPLIES, { body: REPLY, headers: { 'idempotency-key': 'a-bad-match', 'if-match': match } }),
    ),
  )

  assert.deepEqual([...new Set(problems.map(({ status }) => status))], [400])
})

test('a reply needs an idempotency key of 8 to 100 plain characters', async () => {
  const keys = [undefined, 'short', 'k'.repeat(101), 'with a space', 'with/a/slash']
  const problems = await Promise.all(
    keys.map((key) =>
      send('POST', REPLIES, {
        body: REPLY,
        headers: { 'if-match': '"1"', ...(key === undefined ? {} : { 'idempotency-key': key }) },
      }),
    ),
  )

  assert.deepEqual([...new Set(problems.map(({ status, code }) => `${status} ${code}`))], ['400 request.invalid'])
})

test('a body over the limit is refused, one at the limit is read', async () => {
  const atLimit = await call('POST', '/check', { body: textOf(BODY_MAX_BYTES) })
  const over = await send('POST', '/check', { body: textOf(BODY_MAX_BYTES + 1) })

  assert.notEqual(atLimit.status, 413)
  assert.deepEqual(over, { status: 413, code: 'thing.too-large', detail: '262144 bytes' })
})

test('what nobody declared is missing: paths, methods, and paths outside of the API', async () => {
  const asked = [
    await call('GET', '/nowhere'),
    await call('PATCH', '/me'),
    await call('POST', CONVERSATION),
    await desk.app.request('/nowhere', { method: 'POST' }),
    await desk.app.request('/healthz', { method: 'PUT' }),
  ]
  const problems = await Promise.all(asked.map((answer) => problemOf(api, answer)))

  assert.deepEqual(
    problems,
    asked.map(() => ({ status: 404, code: 'thing.missing', detail: undefined })),
  )
})

test('a form of another site is refused before it is read, whoever is logged in', async () => {
  const refused = [
    { ...FORM, origin: 'https://elsewhere.example' },
    { 'content-type': 'text/plain', origin: 'https://elsewhere.example' },
    { 'content-type': 'application/json', origin: 'https://elsewhere.example' },
    { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' },
    { 'content-type': 'application/json', 'sec-fetch-site': 'same-site' },
    { origin: 'null' },
  ]
  const problems = await Promise.all(refused.map((headers) => send('DELETE', '/session', { headers })))

  assert.deepEqual([...new Set(problems.map(({ status, code }) => `${status} ${code}`))], ['403 request.cross-site'])
  assert.equal((await call('GET', '/me')).status, 200)
})

test('the desk’s own page and a program that is no browser are let in', async () => {
  const body = JSON.stringify({ text: 'Guten Tag' })
  const welcome = [
    {},
    { origin: 'http://localhost' },
    { 'sec-fetch-site': 'same-origin' },
    { 'sec-fetch-site': 'none' },
  ]
  const answers = await Promise.all(welcome.map((headers) => call('POST', '/check', { body, headers })))

  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200])
})

interface Sent {
  readonly body?: string
  readonly headers?: Readonly<Record<string, string>>
}

/** Calls the API as the owner; a body is JSON unless the headers say otherwise. */
async function call(method: string, path: string, { body, headers = {} }: Sent = {}): Promise<Response> {
  return desk.app.request(`/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...headers, authorization: `Bearer ${mine.token}` },
    ...(body === undefined ? {} : { body }),
  })
}

async function send(method: string, path: string, sent: Sent = {}): Promise<Problem> {
  return problemOf(api, await call(method, path, sent))
}

/** A text to check whose body has exactly so many bytes. */
function textOf(sizeBytes: number): string {
  const empty = JSON.stringify({ text: '' })
  return JSON.stringify({ text: 'a'.repeat(sizeBytes - empty.length) })
}
