import assert from 'node:assert/strict'
import { after as atTheEnd, test } from 'node:test'

import { Client } from 'pg'

import { after, DAY_MS, HOUR_MS } from '../../src/base/clock.ts'
import type { SeenConversation } from '../../src/flow/answer/change-answer.ts'
import { finishOwed } from '../../src/flow/answer/finish-owed.ts'
import { markNoResponse, unmarkNoResponse } from '../../src/flow/answer/mark-no-response.ts'
import type { NoResponseReason } from '../../src/model/no-response.ts'
import { type AmazonDesk, openAmazonDesk } from '../desk/amazon-desk.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { type OpenCase, openCase } from '../desk/open-case.ts'
import { testClock } from '../desk/test-clock.ts'
import { searchFor } from '../leak/canaries.ts'
import { findInRows } from '../leak/sinks.ts'

const clock = testClock()
const amazon = await openAmazonDesk({ after: atTheEnd }, { clock })
const { desk } = amazon

test('all messages that wait need no answer once a person says so, and the clock rests', async () => {
  const { scene, open } = await askedTwice()

  clock.forward(HOUR_MS)
  assert.deepEqual(await mark(open, 'no-question'), { ok: true })

  const { row, messages } = await open.show()
  assert.deepEqual(
    [row.state, row.unansweredSince, row.dueAt, row.claimAt],
    ['waiting', undefined, undefined, undefined],
  )
  assert.deepEqual(
    messages.map(({ noResponse }) => [noResponse?.reason, noResponse?.markedAt]),
    [
      ['no-question', clock.now()],
      ['no-question', clock.now()],
    ],
  )
  assert.deepEqual(
    await entriesOf(scene, 'answer.not-needed'),
    messages.map((message) => ({ object: `message:${message.row.id}`, codes: ['no-question'] })),
  )
})

test('the buyer’s next message starts a clock of its own', async () => {
  const { scene, open } = await askedTwice()
  await mark(open)

  clock.forward(HOUR_MS)
  const again = clock.now()
  await scene.buyerWrites({ text: 'Eine Frage habe ich doch noch.', alias: aliasOf(open) })

  const { row, messages } = await open.show()
  assert.deepEqual([row.state, row.unansweredSince], ['needs-reply', again])
  assert.deepEqual(
    messages.map(({ noResponse }) => noResponse?.reason),
    ['thanks', 'thanks', undefined],
  )
})

test('it needs an answer after all: the clock runs again from when the buyer first asked, late by now or not', async () => {
  const { scene, open, asked } = await askedTwice()
  await mark(open)

  clock.forward(3 * DAY_MS)
  assert.deepEqual(await unmark(open), { ok: true })

  const { row, messages } = await open.show()
  assert.deepEqual([row.state, row.unansweredSince], ['needs-reply', asked])
  assert.deepEqual(row.dueAt, new Date(asked.getTime() + DAY_MS))
  assert.ok(messages.every(({ noResponse }) => noResponse === undefined))
  assert.deepEqual(
    await entriesOf(scene, 'answer.needed'),
    messages.map((message) => ({ object: `message:${message.row.id}`, codes: [] })),
  )
})

test('only what was marked last is taken back', async () => {
  const { scene, open } = await askedTwice()
  await mark(open)
  clock.forward(HOUR_MS)
  const again = clock.now()
  await scene.buyerWrites({ text: 'Danke nochmals!', alias: aliasOf(open) })
  clock.forward(HOUR_MS)
  await mark(open, 'unwanted')

  await unmark(open)

  const { row, messages } = await open.show()
  assert.deepEqual(row.unansweredSince, again)
  assert.deepEqual(
    messages.map(({ noResponse }) => noResponse?.reason),
    ['thanks', 'thanks', undefined],
  )
})

test('what was marked last is known by a clock that was set back, too', async () => {
  const { scene, open, asked } = await askedTwice()
  await mark(open)
  await scene.buyerWrites({ text: 'Danke nochmals!', alias: aliasOf(open) })
  clock.forward(-DAY_MS)
  await mark(open, 'unwanted')

  await unmark(open)

  const { row, messages } = await open.show()
  clock.forward(DAY_MS)
  assert.deepEqual(row.unansweredSince, after(asked, HOUR_MS))
  assert.deepEqual(
    messages.map(({ noResponse }) => noResponse?.reason),
    ['thanks', 'thanks', undefined],
  )
})

test('a bounce brings back the messages that the reply answered, and none that needs no answer', async () => {
  const { scene, open, asked } = await askedTwice()
  const reply = await open.queue()
  await open.deliver(scene.out, reply)
  clock.forward(HOUR_MS)
  await scene.buyerWrites({ text: 'Danke, alles klar.', alias: aliasOf(open) })
  await mark(open)

  await asAdmin(desk.database, `update outbox set state = 'bounced' where reply_id = ${reply.id}`)
  clock.forward(HOUR_MS)
  await scene.buyerWrites({ text: 'Nun doch.', alias: aliasOf(open) })
  assert.deepEqual((await open.show()).row.unansweredSince, asked)
  await mark(open, 'answered-elsewhere')

  const { messages } = await open.show()
  assert.deepEqual(
    messages.filter(({ row }) => row.kind === 'buyer').map(({ noResponse }) => noResponse?.reason),
    ['answered-elsewhere', 'answered-elsewhere', 'thanks', 'answered-elsewhere'],
  )
})

test('a message that came while the person looked is not marked with the others', async () => {
  const { scene, open } = await askedTwice()
  const { row } = await open.show()
  await scene.buyerWrites({ text: 'Es brennt!', alias: aliasOf(open) })

  const marked = await mark(open, 'thanks', row.version)

  const now = await open.show()
  assert.deepEqual(marked, { ok: false, reason: 'changed', version: now.row.version })
  assert.ok(now.messages.every(({ noResponse }) => noResponse === undefined))
  assert.deepEqual(await entriesOf(scene, 'answer.not-needed'), [])
})

test('of fifty who say it at once one is heard, and each message is marked once', async () => {
  const { scene, open } = await askedTwice()
  const { version } = (await open.show()).row

  const outcomes = await Promise.all(Array.from({ length: 50 }, () => mark(open, 'thanks', version)))

  assert.equal(outcomes.filter(({ ok }) => ok).length, 1)
  assert.ok(outcomes.every((outcome) => outcome.ok || outcome.reason === 'changed'))
  assert.equal((await entriesOf(scene, 'answer.not-needed')).length, 2)
})

test('nothing is marked where nothing waits, and nothing taken back where nothing is marked', async () => {
  const { scene, open } = await askedTwice()

  assert.deepEqual(await unmark(open), { ok: false, reason: 'nothing-marked' })
  await open.deliver(scene.out, await open.queue())
  const answered = await open.show()
  assert.deepEqual(await mark(open), { ok: false, reason: 'nothing-waits' })

  assert.equal((await open.show()).row.version, answered.row.version)
})

test('what was owed after an acknowledgement is done when a person says so, until the buyer writes again', async () => {
  const { scene, open } = await acknowledged()
  assert.equal((await open.show()).row.state, 'on-us')

  assert.deepEqual(await finishOwed(desk.parts, open.account.actor, await seenOf(open)), { ok: true })

  assert.equal((await open.show()).row.state, 'waiting')
  assert.deepEqual(await entriesOf(scene, 'deadline.settled'), [
    { object: `conversation:${open.conversationId}`, codes: ['by:person', 'kind:acknowledgement'] },
  ])
  await scene.buyerWrites({ text: 'Und?', alias: aliasOf(open) })
  assert.equal((await open.show()).row.state, 'needs-reply')
})

test('after a mere acknowledgement the buyer waits for us, until an answer is delivered', async () => {
  const { scene, open } = await acknowledged()
  const { row, replies } = await open.show()
  assert.deepEqual([row.state, row.dueAt, row.unansweredSince], ['on-us', undefined, undefined])
  assert.deepEqual(
    replies.map((reply) => reply.row.isAcknowledgement),
    [true],
  )

  clock.forward(HOUR_MS)
  const answer = await open.queue('Guten Tag, ein neuer Deckel ist heute an Sie abgegangen.')
  await open.deliver(scene.out, answer)

  assert.equal((await open.show()).row.state, 'waiting')
  assert.equal((await open.reply(answer.id)).isAcknowledgement, false)
})

test('an acknowledgement with a day on which something happens leaves nothing open', async () => {
  const { scene, open } = await askedTwice()
  await open.deliver(scene.out, await open.queue('Guten Tag, wir prüfen das und melden uns bis Donnerstag bei Ihnen.'))

  assert.equal((await open.show()).row.state, 'waiting')
})

test('a conversation that is not on us, or that was looked at before, is not done', async () => {
  const { open } = await askedTwice()
  const owed = await acknowledged()
  const { version } = (await owed.open.show()).row

  const waits = await finishOwed(desk.parts, open.account.actor, await seenOf(open))
  const stale = await finishOwed(desk.parts, owed.open.account.actor, await seenOf(owed.open, version - 1))

  assert.deepEqual(waits, { ok: false, reason: 'nothing-owed' })
  assert.deepEqual(stale, { ok: false, reason: 'changed', version })
  assert.equal((await owed.open.show()).row.state, 'on-us')
})

test('the API marks, says when it is too late or names nothing, and takes back', async () => {
  const { open } = await askedTwice()
  const path = `/accounts/${open.account.accountId}/conversations/${open.conversationId}`
  const body = JSON.stringify({ reason: 'thanks' })
  const first = (await desk.request(path)).headers.get('etag') ?? ''

  const unseen = await desk.request(`${path}/no-response`, { method: 'POST', body })
  const marked = await desk.request(`${path}/no-response`, { method: 'POST', body, headers: { 'if-match': first } })
  const late = await desk.request(`${path}/no-response`, { method: 'POST', body, headers: { 'if-match': first } })
  const second = marked.headers.get('etag') ?? ''
  const nothing = await desk.request(`${path}/done`, { method: 'POST', headers: { 'if-match': second } })
  const unmarked = await desk.request(`${path}/no-response`, { method: 'DELETE', headers: { 'if-match': second } })

  assert.deepEqual(
    [unseen, marked, late, nothing, unmarked].map(({ status }) => status),
    [428, 200, 409, 409, 200],
  )
  const shown = (await marked.json()) as { state: string; messages: { noResponse: unknown }[] }
  assert.equal(shown.state, 'waiting')
  assert.deepEqual(shown.messages[0]?.noResponse, { reason: 'thanks', markedAt: clock.now().toISOString() })
})

test('Amazon’s own link is shown as it came, for each verified message, and stands nowhere in clear', async () => {
  const scene = await amazon.newAccount()
  const tokens = { threadToken: 'ATLINKTHREAD0001', messageToken: 'AMLINKMESSAGE001' }
  const open = await scene.buyerWrites(tokens)

  const [message] = (await open.show()).messages
  const link = new URL(message?.noResponseUrl ?? '')

  assert.equal(link.origin + link.pathname, 'https://sellercentral.amazon.de/messaging/no-response-needed')
  assert.deepEqual([link.searchParams.get('t'), link.searchParams.get('m')], Object.values(tokens))
  const parts = ['t', 'm', 'c', 'h'].map((name) => ({ place: name, value: link.searchParams.get(name) ?? '' }))
  const search = searchFor(parts)
  assert.equal(search.in('the link', Buffer.from(link.href)).length, parts.length)
  await using client = await openClient()
  assert.deepEqual(await findInRows(search, client), [])
})

test('a mail that nobody vouches for has no link, though its text is shown', async () => {
  const account = await desk.openAccount('unsigned')
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox }))

  const [message] = (await (await openCase(desk, account)).show()).messages

  assert.deepEqual([message?.row.authenticity, message?.noResponseUrl], ['unverified', undefined])
})

interface Asked {
  readonly scene: AmazonDesk
  readonly open: OpenCase
  /** When the first of the messages came. */
  readonly asked: Date
}

/** A buyer who wrote twice, an hour apart, and has no answer. */
async function askedTwice(): Promise<Asked> {
  const scene = await amazon.newAccount()
  const asked = clock.now()
  const open = await scene.buyerWrites()
  clock.forward(HOUR_MS)
  await scene.buyerWrites({ text: 'Hallo?', alias: aliasOf(open) })
  return { scene, open, asked }
}

/** A buyer who was told that we would come back. */
async function acknowledged(): Promise<Asked> {
  const asked = await askedTwice()
  const reply = await asked.open.queue('Guten Tag, wir haben Ihre Nachricht erhalten und melden uns bei Ihnen.')
  await asked.open.deliver(asked.scene.out, reply)
  return asked
}

function aliasOf(open: OpenCase): string {
  return open.buyer.split('@')[0] ?? ''
}

async function seenOf(open: OpenCase, version?: number): Promise<SeenConversation> {
  const { accountId } = open.account
  return { accountId, conversationId: open.conversationId, version: version ?? (await open.show()).row.version }
}

async function mark(open: OpenCase, reason: NoResponseReason = 'thanks', version?: number) {
  return markNoResponse(desk.parts, open.account.actor, { ...(await seenOf(open, version)), reason })
}

async function unmark(open: OpenCase) {
  return unmarkNoResponse(desk.parts, open.account.actor, await seenOf(open))
}

/** What the log says of one event in the account, in order. */
async function entriesOf({ account }: AmazonDesk, event: string) {
  const rows = await asAdmin<{ leaf: string }>(
    desk.database,
    'select leaf from evidence_pending where account_id = $1 order by entry_id',
    [account.accountId],
  )
  return rows
    .map(({ leaf }) => JSON.parse(leaf) as { event: string; object: string; codes: readonly string[] })
    .filter((entry) => entry.event === event)
    .map(({ object, codes }) => ({ object, codes }))
}

async function openClient() {
  const client = new Client(desk.database.connection('admin'))
  await client.connect()
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() })
}
