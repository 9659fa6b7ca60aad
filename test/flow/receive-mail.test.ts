import assert from 'node:assert/strict'
import { test } from 'node:test'

import { listInbox } from '../../src/flow/list-inbox.ts'
import { showConversation } from '../../src/flow/show-conversation.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openTestDesk } from '../desk/test-desk.ts'

test('stores a buyer message redacted, with 24 hours to answer and 48 to a claim', async (t) => {
  const now = new Date('2026-11-24T12:00:00.000Z')
  const desk = await openTestDesk(t, { clock: { now: () => now } })
  const { accountId, mailbox, actor } = await desk.openAccount('north')

  const received = await desk.receive(
    mailbox,
    buyerMail({ to: mailbox, text: 'Meine Karte ist 4111 1111 1111 1111. Bitte helfen Sie mir.' }),
  )

  assert.equal(received, 'stored')
  const page = await listInbox(desk.parts, actor, { accountId, view: 'needs-reply', after: undefined, limit: 10 })
  assert.ok('items' in page)
  assert.equal(page.items[0]?.row.dueAt?.toISOString(), '2026-11-25T12:00:00.000Z')
  assert.equal(page.items[0].row.claimAt?.toISOString(), '2026-11-26T12:00:00.000Z')
  const shown = await showConversation(desk.parts, actor, { accountId, conversationId: page.items[0].row.id })
  assert.ok('messages' in shown)
  assert.match(shown.messages[0]?.text ?? '', /^Meine Karte ist ⟦CARD⟧\. Bitte helfen Sie mir\.$/u)
})

test('the same message twice is one message, by its token and by its bytes', async (t) => {
  const desk = await openTestDesk(t)
  const { mailbox } = await desk.openAccount('north')
  const mail = buyerMail({ to: mailbox, messageToken: 'A0SAMETOKEN' })
  const copy = buyerMail({ to: mailbox, messageToken: 'A0SAMETOKEN', mailId: '<another@eu-west-1.amazonses.com>' })

  const outcomes = [
    await desk.receive(mailbox, mail),
    await desk.receive(mailbox, mail),
    await desk.receive(mailbox, copy),
  ]

  assert.deepEqual(outcomes, ['stored', 'repeated', 'repeated'])
})

test('two cases of one buyer are two conversations, two messages of one case are one', async (t) => {
  const desk = await openTestDesk(t)
  const { accountId, mailbox, actor } = await desk.openAccount('north')
  const first = { to: mailbox, caseId: '11111111-2222-3333-4444-555555555555', threadToken: 'A0T1' }
  const second = { to: mailbox, caseId: '99999999-2222-3333-4444-555555555555', threadToken: 'A0T2' }

  await desk.receive(mailbox, buyerMail(first))
  await desk.receive(mailbox, buyerMail(first))
  await desk.receive(mailbox, buyerMail(second))

  const page = await listInbox(desk.parts, actor, { accountId, view: 'all', after: undefined, limit: 10 })
  assert.ok('items' in page)
  assert.equal(page.items.length, 2)
})

test('a mail that is nobody’s is quarantined with a deadline, never dropped', async (t) => {
  const desk = await openTestDesk(t)
  const { accountId, mailbox } = await desk.openAccount('north')

  const received = await desk.receive(
    mailbox,
    'From: someone@elsewhere.example\r\nTo: x\r\nSubject: Angebot\r\n\r\nHallo\r\n',
  )

  assert.equal(received, 'quarantined')
  const answer = await desk.request(`/accounts/${accountId}/quarantine`)
  const { items } = (await answer.json()) as { items: { reason: string; extract: string }[] }
  assert.equal(items[0]?.reason, 'not-amazon')
  assert.doesNotMatch(items[0].extract, /someone@elsewhere/u)
})

test('an address nobody has is refused', async (t) => {
  const desk = await openTestDesk(t)

  assert.equal(await desk.receive('nobody@shop.example', buyerMail({ to: 'nobody@shop.example' })), 'no-mailbox')
})
