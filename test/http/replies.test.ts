import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { openTenants } from '../access/tenants.ts'
import { fetchDocument } from './api-document.ts'
import { problemOf } from './problem-of.ts'

const { desk, mine } = await openTenants({ after })
const api = await fetchDocument(desk.app)

const ACCOUNT = `/accounts/${mine.accountId}`
const CONVERSATION = `${ACCOUNT}/conversations/${mine.conversationId}`
const TEXT = 'Guten Tag, Ihr Paket kommt morgen bei Ihnen an. Viele Grüße'

test('replies are listed with their words and state, in one state or in any', async () => {
  const all = await read(`${ACCOUNT}/replies`)
  const queued = await read(`${ACCOUNT}/replies?state=queued`)
  const sent = await read(`${ACCOUNT}/replies?state=sent`)
  const one = await read(`${ACCOUNT}/replies/${mine.replyId}`)

  assert.deepEqual([one['state'], one['text'], one['attempt'], one['sentAt']], ['queued', TEXT, 0, null])
  assert.deepEqual([all, queued, sent], [{ items: [one] }, { items: [one] }, { items: [] }])
})

test('a state that is none is not understood', async () => {
  const problem = await problemOf(api, await desk.request(`${ACCOUNT}/replies?state=gone`))

  assert.equal(problem.code, 'request.invalid')
})

test('a second reply hears which one is on its way; taken back, it stands above what was written since', async () => {
  const { version } = await read(CONVERSATION)
  const headers = { 'if-match': `"${Number(version)}"`, 'idempotency-key': 'the-second-reply' }
  const second = { method: 'POST', headers, body: JSON.stringify({ text: 'Guten Tag, noch etwas.', draftVersion: 1 }) }

  const problem = await problemOf(api, await desk.request(`${CONVERSATION}/replies`, second))
  const undone = await read(`${ACCOUNT}/replies/${mine.replyId}`, 'DELETE')
  const mineNow = await read(`${CONVERSATION}/draft`)

  assert.deepEqual(problem, { status: 409, code: 'reply.open', detail: `reply: ${mine.replyId}, queued` })
  assert.deepEqual([undone['state'], undone['draft']], ['undone', 'joined'])
  assert.deepEqual(
    JSON.stringify(mineNow['draft']).startsWith(JSON.stringify({ text: `${TEXT}\n\nNur ein Entwurf.` }).slice(0, -1)),
    true,
  )
})

test('a check says what sending would, and a text that may not be kept is a verdict too', async () => {
  const texts = [TEXT, 'Rufen Sie an: 030 23125042.', 'Karte 4111 1111 1111 1111.']
  const verdicts = await Promise.all(
    texts.map(async (text) => read(`${CONVERSATION}/check`, 'POST', JSON.stringify({ text }))),
  )

  assert.deepEqual(
    verdicts.map(({ verdict }) => verdict),
    ['clear', 'blocked', 'blocked'],
  )
  assert.doesNotMatch(JSON.stringify(verdicts), /23125042|4111/u)
})

/** Calls a route that succeeds. */
async function read(path: string, method = 'GET', body?: string): Promise<Record<string, unknown>> {
  const answer = await desk.request(path, { method, ...(body === undefined ? {} : { body }) })
  const text = await answer.text()
  assert.equal(answer.status, 200, text)
  return JSON.parse(text) as Record<string, unknown>
}
