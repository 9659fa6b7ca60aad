import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { z } from 'zod'

import type { MailboxView } from '../../src/http/route/mailbox-shapes.ts'
import { openTestDesk } from '../desk/test-desk.ts'
import { TEST_SOURCE } from '../desk/test-mailbox.ts'
import { fetchDocument } from './api-document.ts'
import { problemOf } from './problem-of.ts'

const desk = await openTestDesk({ after })
const api = await fetchDocument(desk.app)
const account = await desk.openAccount('north')
const MAILBOXES = `/accounts/${account.accountId}/mailboxes`
const mailboxShape = z.custom<MailboxView>()
const [first] = z.object({ items: z.array(mailboxShape) }).parse(await (await send('GET', MAILBOXES)).json()).items
const MAILBOX = `${MAILBOXES}/${first?.id}`

test('a mailbox is added, changed, fetched from somewhere and left alone again', async () => {
  const address = 'second@shop.example'
  const added = await shown('POST', MAILBOXES, { address, approvedSender: address })
  const path = `${MAILBOXES}/${added.id}`

  const changed = await shown('PATCH', path, {
    approvedSender: 'antwort@shop.example',
    authservIds: ['MX.shop.example', 'mx.shop.example'],
    deadlinesFrom: '2026-01-01T00:00:00.000Z',
  })
  const set = await shown('PUT', `${path}/source`, TEST_SOURCE)
  const removed = await shown('DELETE', `${path}/source`)

  const { password: _password, ...source } = TEST_SOURCE
  const asSet = { ...changed, source: { ...source, version: 1 } }
  assert.deepEqual(added.deadlinesFrom, null)
  assert.deepEqual([changed.approvedSender, changed.authservIds], ['antwort@shop.example', ['mx.shop.example']])
  assert.equal(changed.deadlinesFrom, '2026-01-01T00:00:00.000Z')
  assert.deepEqual(set, asSet)
  assert.deepEqual(removed, changed)
})

test('the password is in no answer', async () => {
  const answers = [
    await send('PUT', `${MAILBOX}/source`, { ...TEST_SOURCE, host: '127.0.0.1', port: 1, security: 'none' }),
    await send('POST', `${MAILBOX}/try`, { ...TEST_SOURCE, host: '127.0.0.1', port: 1, security: 'none' }),
    await send('GET', MAILBOXES),
    await send('PUT', `${MAILBOX}/source`, { ...TEST_SOURCE, port: 'x' }),
  ]

  const said = await Promise.all(answers.map((answer) => answer.text()))
  assert.deepEqual(
    answers.map(({ status }) => status),
    [200, 200, 200, 400],
  )
  assert.doesNotMatch(said.join('\n'), new RegExp(TEST_SOURCE.password, 'u'))
})

test('what cannot be is refused with the remedy', async () => {
  await send('PUT', `${MAILBOX}/source`, TEST_SOURCE)

  const problems = [
    await problem('PUT', `${MAILBOX}/source`, { ...TEST_SOURCE, security: 'none' }),
    await problem('PUT', `${MAILBOX}/source`, { ...TEST_SOURCE, user: 'anderer', password: undefined }),
    await problem('POST', MAILBOXES, { address: account.mailbox, approvedSender: account.mailbox }),
  ]

  assert.deepEqual(problems, [
    {
      status: 400,
      code: 'request.invalid',
      detail: 'security: without TLS only a server on this machine itself is read; use tls or starttls',
    },
    {
      status: 400,
      code: 'request.invalid',
      detail: 'password: there is none stored for this server and user, so send it',
    },
    { status: 409, code: 'thing.changed', detail: 'address: this desk has it already' },
  ])
})

test('fields are taken strictly, and named without what they held', async () => {
  const wrong: readonly (readonly [string, unknown])[] = [
    ['host', 'imap.shop.example/../x'],
    ['host', 'imap shop'],
    ['host', `imap.example${'.x'.repeat(200)}`],
    ['port', 0],
    ['port', 65_536],
    ['security', 'ssl'],
    ['user', 'a\r\nb'],
    ['user', ''],
    ['password', 'a\nb'],
    ['folder', 'IN\u0000BOX'],
    ['body', { ...TEST_SOURCE, 'canary-field': 1 }],
  ]

  const details: (string | undefined)[] = []
  for (const [field, value] of wrong) {
    const content = field === 'body' ? value : { ...TEST_SOURCE, [field]: value }
    details.push((await problem('PUT', `${MAILBOX}/source`, content)).detail)
  }

  assert.deepEqual(
    details.map((detail) => detail?.split(':')[0]),
    wrong.map(([field]) => field),
  )
  assert.doesNotMatch(details.join('\n'), /canary|\.\.\/x|imap shop/u)
})

test('a mailbox of another account of one’s own is not in this one', async () => {
  const other = await desk.openAccount('south')

  const answer = await problem('PATCH', `/accounts/${other.accountId}/mailboxes/${first?.id}`, { authservIds: [] })

  assert.deepEqual(answer, { status: 404, code: 'thing.missing', detail: undefined })
})

test('a trial of what nobody answers to says so, with words for a person', async () => {
  const answer = await send('POST', `${MAILBOX}/try`, { ...TEST_SOURCE, host: '127.0.0.1', port: 1, security: 'none' })
  const needed = await send('POST', `${MAILBOX}/try`, { ...TEST_SOURCE, user: 'anderer', password: undefined })

  const trials = z
    .array(
      z.object({
        ok: z.boolean(),
        problem: z.object({ code: z.string(), says: z.string().min(1), remedy: z.string().min(1) }),
      }),
    )
    .parse([await answer.json(), await needed.json()])
  assert.deepEqual(
    trials.map(({ ok, problem: { code } }) => [ok, code]),
    [
      [false, 'refused'],
      [false, 'password-needed'],
    ],
  )
})

async function send(method: string, path: string, body?: unknown): Promise<Response> {
  return desk.request(path, { method, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
}

async function shown(method: string, path: string, body?: unknown): Promise<MailboxView> {
  const answer = await send(method, path, body)
  assert.ok(answer.ok, String(answer.status))
  return mailboxShape.parse(await answer.json())
}

async function problem(method: string, path: string, body: unknown) {
  return problemOf(api, await send(method, path, body))
}
