import assert from 'node:assert/strict'
import { after as atTheEnd, test } from 'node:test'

import { HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'
import { listAlerts } from '../../src/flow/alert/list-alerts.ts'
import { expectCopies } from '../../src/flow/copies/expect-copies.ts'
import { changeMailbox } from '../../src/flow/mailbox/change-mailbox.ts'
import { showMailboxes } from '../../src/flow/mailbox/show-mailboxes.ts'
import { type AmazonDesk, openAmazonDesk } from '../desk/amazon-desk.ts'
import type { OpenCase } from '../desk/open-case.ts'
import { testClock } from '../desk/test-clock.ts'
import { sendReply as sendMail } from '../sim/desk-door.ts'

const clock = testClock()
const amazon = await openAmazonDesk({ after: atTheEnd }, { clock })

test('a copy is missed after an hour, once, only where copies are known to come', async () => {
  const scene = await amazon.newAccount()
  const open = await scene.buyerWrites()
  const quiet = await open.queue()
  await open.deliver(scene.out, quiet)
  clock.forward(2 * HOUR_MS)
  assert.equal(await expectCopies(scene.desk.parts), 0, 'nobody knows that copies come')

  scene.relay.setMode({ copies: true })
  const copied = await open.queue('Guten Tag, das Paket ist heute angekommen.')
  await open.deliver(scene.out, copied)
  await scene.relay.settled()
  clock.forward(MINUTE_MS)
  scene.relay.setMode({ copies: false })
  const missed = await open.queue('Guten Tag, wir haben das Paket noch einmal verschickt.')
  await open.deliver(scene.out, missed)
  clock.forward(HOUR_MS - 1)
  assert.equal(await expectCopies(scene.desk.parts), 0)
  clock.forward(1)
  assert.equal(await expectCopies(scene.desk.parts), 1)
  assert.equal(await expectCopies(scene.desk.parts), 0)

  assert.deepEqual((await open.reply(missed.id)).copyMissingAt, clock.now())
  assert.equal((await open.reply(missed.id)).state, 'sent')
  assert.equal((await open.reply(quiet.id)).copyMissingAt, undefined)
  assert.equal((await open.show()).row.state, 'waiting')
})

test('a copy that comes late confirms the reply, and ends what was told of it', async () => {
  const { scene, open } = await openLearned()
  scene.shutTheDoor()
  const late = await open.queue('Guten Tag, wir haben das Paket noch einmal verschickt.')
  await open.deliver(scene.out, late)
  // The desk was off when the hour was over.
  clock.forward(30 * HOUR_MS)
  assert.equal(await expectCopies(scene.desk.parts), 1)
  assert.deepEqual(await kindsOf(scene), ['copy-missing'])

  scene.openTheDoor()
  await scene.relay.settled()

  const { state, copyMissingAt } = await open.reply(late.id)
  assert.deepEqual([state, copyMissingAt], ['confirmed', undefined])
  assert.deepEqual(await kindsOf(scene), [])
  assert.equal(await expectCopies(scene.desk.parts), 0)
})

test('nothing is missed any more once a person says that Amazon sends no copies, until the next one comes', async () => {
  const { scene, open } = await openLearned()
  scene.relay.setMode({ copies: false })
  const missed = await open.queue('Guten Tag, wir haben das Paket noch einmal verschickt.')
  await open.deliver(scene.out, missed)
  clock.forward(HOUR_MS)
  assert.equal(await expectCopies(scene.desk.parts), 1)

  const { accountId, actor } = scene.account
  const shown = await showMailboxes(scene.desk.parts, actor, { accountId })
  assert.ok('length' in shown && shown[0])
  const wish = { accountId, mailboxId: shown[0].mailbox.id, copies: 'not-seen' as const }
  assert.ok((await changeMailbox(scene.desk.parts, actor, wish)).ok)

  assert.equal((await open.reply(missed.id)).copyMissingAt, undefined)
  assert.deepEqual(await kindsOf(scene), [])
  clock.forward(HOUR_MS)
  assert.equal(await expectCopies(scene.desk.parts), 0)
})

test('a copy of an answer written in Seller Central does not teach that ours are copied', async () => {
  const scene = await amazon.newAccount()
  const open = await scene.buyerWrites()
  const reply = await open.queue()
  await open.deliver(scene.out, reply)
  scene.relay.setMode({ copies: true })
  await sendMail(scene.relay, { to: open.buyer, from: scene.account.mailbox, text: 'Von Hand geschrieben.' })
  await scene.relay.settled()
  clock.forward(2 * HOUR_MS)

  assert.equal(await expectCopies(scene.desk.parts), 0)
  assert.equal((await open.reply(reply.id)).state, 'sent')
})

/** A mailbox to which a copy of one of our own replies has come a minute ago. */
async function openLearned(): Promise<{ readonly scene: AmazonDesk; readonly open: OpenCase }> {
  const scene = await amazon.newAccount({ copies: true })
  const open = await scene.buyerWrites()
  await open.deliver(scene.out, await open.queue())
  await scene.relay.settled()
  clock.forward(MINUTE_MS)
  return { scene, open }
}

async function kindsOf({ desk, account: { accountId, actor } }: AmazonDesk): Promise<readonly string[]> {
  const page = await listAlerts(desk.parts, actor, { accountId, after: undefined, limit: 50 })
  assert.ok('items' in page)
  return page.items.map(({ kind }) => kind)
}
