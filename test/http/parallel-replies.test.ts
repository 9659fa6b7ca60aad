import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { listen } from '../../src/http/serve.ts'
import { startJobs } from '../../src/job/start-jobs.ts'
import { addMember, type Member } from '../desk/add-member.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { CLEAN_TEXT, openCase } from '../desk/open-case.ts'
import { openSmtpStage } from '../desk/smtp-stage.ts'
import { openTestDesk, wayOut } from '../desk/test-desk.ts'
import { until } from '../desk/until.ts'

/** How many requests come at once. */
const CROWD = 50
/** What stands against a reply while another one is there, and says what to do next. */
const REFUSED = ['409 reply.open', '409 thing.changed']

const desk = await openTestDesk({ after })
const stage = await openSmtpStage()
const jobs = await startJobs(
  { ...desk.parts, out: wayOut('127.0.0.1', stage.port) },
  { isAlone: true, failed: (error) => assert.fail(String(error)) },
)
const server = await listen(desk.app, { host: '127.0.0.1', port: 0 })
after(async () => {
  await server[Symbol.asyncDispose]()
  await jobs[Symbol.asyncDispose]()
  await stage[Symbol.asyncDispose]()
})
let scenes = 0

test('of 50 replies that two people send at once one leaves, each other hears what to do, and no draft is lost', async () => {
  const { people, call, mailsOf, wish } = await openScene()
  const [one, two] = people
  await call(one, 'PUT', '/draft', { body: { text: 'Was Ada eben schreibt.', version: 0 } })
  await call(two, 'PUT', '/draft', { body: { text: 'Was Otto eben schreibt.', version: 0 } })
  const headers = await etagOf(call, one)

  const answers = await Promise.all(
    Array.from({ length: CROWD }, (_, at) =>
      call(at % 2 === 0 ? one : two, 'POST', '/replies', { ...wish(`crowd-key-${at}`, headers) }),
    ),
  )

  const sent = answers.filter(({ status }) => status === 201)
  const others = answers.filter(({ status }) => status !== 201)
  assert.equal(sent.length, 1)
  assert.equal(others.length, CROWD - 1)
  for (const { status, code, body } of others) {
    assert.ok(REFUSED.includes(`${status} ${code}`), JSON.stringify(body))
    assert.match(String(body['title']), /look again|wait for it/u)
    assert.match(String(body['detail']), /^(?:version: \d+|reply: \d+, (?:queued|sending))$/u)
  }
  await until('the mail', () => (mailsOf().length > 0 ? true : undefined))
  await until('the reply to be sent', async () => {
    const { body } = await call(one, 'GET', '')
    return JSON.stringify(body).includes('"state":"sent"') ? true : undefined
  })
  assert.equal(mailsOf().length, 1)
  assert.deepEqual(
    [await draftOf(call, one), await draftOf(call, two)],
    ['Was Ada eben schreibt.', 'Was Otto eben schreibt.'],
  )
})

test('of 50 replies that two people send at once out of their drafts, the one that leaves takes its own draft alone', async () => {
  const { people, call, wish } = await openScene()
  const texts = [CLEAN_TEXT, `${CLEAN_TEXT} Viele Grüße`]
  for (const [at, person] of people.entries())
    await call(person, 'PUT', '/draft', { body: { text: texts[at], version: 0 } })
  const headers = await etagOf(call, people[0])

  const answers = await Promise.all(
    Array.from({ length: CROWD }, async (_, at) => {
      const person = people[at % 2] ?? people[0]
      const body = { text: texts[at % 2], draftVersion: 1 }
      return { at, ...(await call(person, 'POST', '/replies', { ...wish(`own-key-${at}`, headers), body })) }
    }),
  )

  const sent = answers.filter(({ status }) => status === 201)
  assert.equal(sent.length, 1)
  const winner = (sent[0]?.at ?? 0) % 2
  const drafts = await Promise.all(people.map((person) => draftOf(call, person)))
  assert.deepEqual(drafts[winner], undefined)
  assert.deepEqual(drafts[1 - winner], texts[1 - winner])
})

test('50 tellings of one wish are one reply and 50 equal answers', async () => {
  const { people, call, mailsOf, wish } = await openScene()
  const headers = await etagOf(call, people[0])

  const answers = await Promise.all(
    Array.from({ length: CROWD }, () => call(people[0], 'POST', '/replies', wish('one-and-the-same', headers))),
  )

  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201])
  const told = answers.map(({ body }) =>
    JSON.stringify([body['id'], body['text'], body['createdAt'], body['notBefore']]),
  )
  assert.equal(new Set(told).size, 1)
  await until('the mail', () => (mailsOf().length > 0 ? true : undefined))
  const again = await call(people[0], 'POST', '/replies', wish('one-and-the-same', headers))
  assert.deepEqual([again.status, again.body['id']], [201, answers[0]?.body['id']])
  assert.equal(mailsOf().length, 1)
})

test('a key of another wish is told so, whoever uses it', async () => {
  const { people, call, wish } = await openScene()
  const headers = await etagOf(call, people[0])
  assert.equal((await call(people[0], 'POST', '/replies', wish('mine-alone', headers))).status, 201)

  const body = { text: `${CLEAN_TEXT} Viele Grüße` }
  const otherText = await call(people[0], 'POST', '/replies', { ...wish('mine-alone', headers), body })
  const otherPerson = await call(people[1], 'POST', '/replies', wish('mine-alone', headers))

  assert.deepEqual(
    [otherText, otherPerson].map(({ status, code }) => `${status} ${code}`),
    ['422 idempotency.reused', '422 idempotency.reused'],
  )
})

test('of drafts that two windows save at once each version is saved by one, and the last saved text stands', async () => {
  const { people, call } = await openScene()
  const [person] = people
  const landed: string[] = []

  const rounds = Array.from({ length: 10 }, (_, version) => version)
  for (const version of rounds) {
    const answers = await Promise.all(
      ['links', 'rechts'].map((window) =>
        call(person, 'PUT', '/draft', { body: { text: `${window} ${version}`, version } }),
      ),
    )
    assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200, 409]))
    landed.push(...answers.flatMap(({ status, body }) => (status === 200 ? [String(body['text'])] : [])))
  }

  assert.equal(landed.length, rounds.length)
  assert.equal(await draftOf(call, person), landed.at(-1))
})

test('a draft is dropped by who saw it last, and an older sight of it drops nothing', async () => {
  const { people, call } = await openScene()
  const [person] = people
  await call(person, 'PUT', '/draft', { body: { text: 'Guten Tag,', version: 0 } })
  const { etag } = await call(person, 'GET', '/draft')
  await call(person, 'PUT', '/draft', { body: { text: 'Guten Tag, also', version: 1 } })

  const late = await call(person, 'DELETE', '/draft', { headers: { 'if-match': etag } })
  const blind = await call(person, 'DELETE', '/draft')
  assert.deepEqual([late.code, blind.code], ['thing.changed', 'condition.missing'])
  assert.equal(await draftOf(call, person), 'Guten Tag, also')

  const now = await call(person, 'GET', '/draft')
  assert.equal((await call(person, 'DELETE', '/draft', { headers: { 'if-match': now.etag } })).status, 200)
  assert.equal(await draftOf(call, person), undefined)
})

interface Answer {
  readonly status: number
  /** The code of a problem; empty when it is none. */
  readonly code: string
  readonly etag: string
  readonly body: Readonly<Record<string, unknown>>
}
interface Sent {
  readonly body?: Readonly<Record<string, unknown>>
  readonly headers?: Readonly<Record<string, string>>
}
type Call = (who: Member, method: string, below: string, sent?: Sent) => Promise<Answer>

async function etagOf(call: Call, who: Member): Promise<Record<string, string>> {
  return { 'if-match': (await call(who, 'GET', '')).etag }
}

async function draftOf(call: Call, who: Member): Promise<unknown> {
  const draft = (await call(who, 'GET', '/draft')).body['draft']
  return draft && typeof draft === 'object' && 'text' in draft ? draft.text : undefined
}

/** A conversation in an account of two people, who call the API over real connections. */
async function openScene() {
  const account = await desk.openAccount(`scene-${(scenes += 1)}`)
  const { accountId, mailbox } = account
  assert.equal(await desk.receive(mailbox, buyerMail({ to: mailbox })), 'stored')
  const open = await openCase(desk, account)
  const people = [
    await addMember(desk, accountId, 'Ada Muster'),
    await addMember(desk, accountId, 'Otto Muster'),
  ] as const
  const place = `http://127.0.0.1:${server.port}/api/v1/accounts/${accountId}/conversations/${open.conversationId}`
  const call: Call = async (who, method, below, { body, headers } = {}) => {
    const answer = await fetch(`${place}${below}`, {
      method,
      headers: { authorization: `Bearer ${who.token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const found = (await answer.json()) as Answer['body']
    const code = typeof found['code'] === 'string' ? found['code'] : ''
    return { status: answer.status, code, etag: answer.headers.get('etag') ?? '', body: found }
  }
  return {
    people,
    call,
    wish: (key: string, headers: Record<string, string>): Sent => ({
      body: { text: CLEAN_TEXT },
      headers: { ...headers, 'idempotency-key': `${key}-of-${scenes}` },
    }),
    /** The mails that the account's address sent. */
    mailsOf: (): readonly string[] => stage.mails.filter((mail) => mail.startsWith(`From: ${mailbox}\r\n`)),
  }
}
