import assert from 'node:assert/strict'
import { after as atTheEnd, test } from 'node:test'

import { HOUR_MS } from '../../src/base/clock.ts'
import { approveSender } from '../../src/flow/sender/approve-sender.ts'
import { showSenders } from '../../src/flow/sender/show-senders.ts'
import { openAmazonDesk } from '../desk/amazon-desk.ts'
import { testClock } from '../desk/test-clock.ts'

const clock = testClock()
const amazon = await openAmazonDesk({ after: atTheEnd }, { clock })

test('a sender that Amazon refuses sends nothing more until a person approves it', async () => {
  const scene = await amazon.newAccount({ unapproved: 'notice' })
  const { accountId, actor, mailbox } = scene.account
  const open = await scene.buyerWrites()
  scene.relay.setDesk({
    door: { host: scene.door.host, port: scene.door.port, protocol: 'smtp' },
    mailbox,
    approvedSenders: ['other@shop.example'],
  })
  await open.deliver(scene.out, await open.queue())
  await scene.relay.settled()

  const senders = await showSenders(scene.desk.parts, actor, { accountId })
  assert.deepEqual(senders, [{ address: mailbox, state: 'refused', changedAt: clock.now() }])
  const blocked = await open.send()
  assert.ok(!blocked.ok && blocked.reason === 'blocked')
  assert.deepEqual(
    blocked.findings.map(({ rule }) => rule),
    ['OUT-002'],
  )

  clock.forward(HOUR_MS)
  const approved = await approveSender(scene.desk.parts, actor, { accountId, address: mailbox })
  assert.ok(approved.ok && approved.sender.state === 'approved')
  assert.ok((await open.send()).ok)
})

test('a reply that waits while Amazon refuses the sender is held when it would leave', async () => {
  const scene = await amazon.newAccount({ unapproved: 'notice' })
  const open = await scene.buyerWrites()
  const other = await scene.buyerWrites({ orderId: '302-7654321-7654321' })
  const waiting = await other.queue()
  scene.relay.setDesk({
    door: { host: scene.door.host, port: scene.door.port, protocol: 'smtp' },
    mailbox: scene.account.mailbox,
    approvedSenders: ['other@shop.example'],
  })
  await open.deliver(scene.out, await open.queue())
  await scene.relay.settled()

  await other.deliver(scene.out, waiting)

  assert.equal((await other.reply(waiting.id)).state, 'held')
  assert.equal((await other.show()).row.state, 'needs-reply')
})
