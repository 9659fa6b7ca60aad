import assert from 'node:assert/strict'
import { test } from 'node:test'

import { type Step, readInAccount } from '../../src/flow/in-account.ts'
import { findConversation, lockConversation } from '../../src/store/conversation.ts'
import { listMessages } from '../../src/store/message.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openCase } from '../desk/open-case.ts'
import { openTestDesk, type TestAccount, type TestDesk } from '../desk/test-desk.ts'

test('what a flow shows is of one instant, though a message comes in between its queries', async (t) => {
  const { desk, account, conversationId } = await openScene(t)
  const mail = buyerMail({ to: account.mailbox, text: 'Und noch etwas.' })

  const read = await reading(desk, account, async ({ tx, scope }) => {
    const before = await findConversation(tx, scope, conversationId)
    await desk.receive(account.mailbox, mail)
    const after = await findConversation(tx, scope, conversationId)
    return { before, after, messages: await listMessages(tx, scope, conversationId) }
  })

  assert.ok('messages' in read)
  assert.ok(read.before)
  assert.deepEqual(read.after, read.before)
  assert.equal(read.messages.length, 1)
  const { messages } = await (await openCase(desk, account)).show()
  assert.equal(messages.length, 2)
})

test('a flow that shows cannot write', async (t) => {
  const { desk, account, conversationId } = await openScene(t)

  const locking = reading(desk, account, ({ tx, scope }) => lockConversation(tx, scope, conversationId))

  await assert.rejects(locking, /read-only transaction/u)
})

async function openScene(t: Parameters<typeof openTestDesk>[0]) {
  const desk = await openTestDesk(t)
  const account = await desk.openAccount('north')
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox }))
  const { conversationId } = await openCase(desk, account)
  return { desk, account, conversationId }
}

function reading<T>(desk: TestDesk, account: TestAccount, work: (step: Step) => Promise<T>) {
  const right = { accountId: account.accountId, permission: 'conversation:read' } as const
  return readInAccount(desk.parts, account.actor, right, work)
}
