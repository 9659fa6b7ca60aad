import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'
import { listAlerts } from '../../src/flow/alert/list-alerts.ts'
import { seeAlert } from '../../src/flow/alert/see-alert.ts'
import { sweepAlerts } from '../../src/flow/alert/sweep-alerts.ts'
import { undoReply } from '../../src/flow/undo-reply.ts'
import { type AmazonDesk, openAmazonDesk } from '../desk/amazon-desk.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { testClock } from '../desk/test-clock.ts'

const clock = testClock()
const amazon = await openAmazonDesk({ after }, { clock })

test('an answer is told of when little time is left, when it is late, and before and when a claim is possible', async () => {
  const scene = await amazon.newAccount()
  await scene.buyerWrites()

  assert.deepEqual(await toldAfter(scene, 19 * HOUR_MS), [])
  assert.deepEqual(await toldAfter(scene, HOUR_MS), ['answer-near'])
  assert.deepEqual(await toldAfter(scene, 4 * HOUR_MS), ['answer-near', 'answer-late'])
  assert.deepEqual(await toldAfter(scene, 12 * HOUR_MS), ['answer-near', 'answer-late', 'claim-near'])
  assert.deepEqual(await toldAfter(scene, 12 * HOUR_MS), ['answer-near', 'answer-late', 'claim-near', 'claim-possible'])
})

test('an answer that leaves ends what was told of it', async () => {
  const scene = await amazon.newAccount()
  const open = await scene.buyerWrites()
  assert.deepEqual(await toldAfter(scene, 21 * HOUR_MS), ['answer-near'])

  await open.deliver(scene.out, await open.queue())

  assert.deepEqual(await kindsOf(scene), [])
  assert.deepEqual(await toldAfter(scene, 100 * HOUR_MS), [])
})

test('what passed while no desk ran is told of once, and only as it is now', async () => {
  const scene = await amazon.newAccount()
  await scene.buyerWrites()

  assert.deepEqual(await toldAfter(scene, 30 * HOUR_MS), ['answer-late'])
  await sweepAlerts(scene.desk.parts)
  assert.deepEqual(await kindsOf(scene), ['answer-late'])
})

test('a clock that is set back and comes again tells nothing twice', async () => {
  const scene = await amazon.newAccount()
  await scene.buyerWrites()
  assert.deepEqual(await toldAfter(scene, 25 * HOUR_MS), ['answer-late'])

  assert.deepEqual(await toldAfter(scene, -10 * HOUR_MS), ['answer-late'])
  assert.deepEqual(await toldAfter(scene, 10 * HOUR_MS), ['answer-late'])
})

test('a reply that comes back is told of at once, with the clock at its old start, until it is answered again', async () => {
  const scene = await amazon.newAccount({ answers: 'bounce' })
  const open = await scene.buyerWrites()
  const { row: before } = await open.show()

  await open.deliver(scene.out, await open.queue())
  await scene.relay.settled()
  const [told] = await openAlerts(scene)
  const { row: bounced } = await open.show()
  scene.relay.setMode({ answers: 'deliver' })
  await open.deliver(scene.out, await open.queue())

  assert.equal(told?.kind, 'reply-bounced')
  assert.ok(Math.abs(told.dueAt.getTime() - clock.now().getTime()) <= MINUTE_MS)
  assert.deepEqual([bounced.state, bounced.dueAt, bounced.reopened], ['needs-reply', before.dueAt, 'bounced'])
  assert.deepEqual(await kindsOf(scene), [])
})

test('an alert that a person has seen ends and is not raised again', async () => {
  const scene = await amazon.newAccount()
  await scene.buyerWrites()
  await toldAfter(scene, 21 * HOUR_MS)
  const [alert] = await openAlerts(scene)
  assert.ok(alert)
  const wish = { accountId: scene.account.accountId, alertId: alert.id }

  const seen = await seeAlert(scene.desk.parts, scene.account.actor, wish)
  const again = await seeAlert(scene.desk.parts, scene.account.actor, wish)

  assert.ok(seen.ok && again.ok)
  assert.deepEqual([seen.alert.ended?.by, again.alert.ended], ['person', seen.alert.ended])
  assert.deepEqual(await toldAfter(scene, HOUR_MS), [])
})

test('a reply that is taken back leaves the clock and its alerts as they were', async () => {
  const scene = await amazon.newAccount()
  const open = await scene.buyerWrites()
  await toldAfter(scene, 21 * HOUR_MS)
  const { id: replyId } = await open.queue()

  await undoReply(scene.desk.parts, scene.account.actor, { accountId: scene.account.accountId, replyId })

  assert.deepEqual(await kindsOf(scene), ['answer-near'])
})

test('each alert leaves its entry, when it is raised and when it ends', async () => {
  const scene = await amazon.newAccount()
  const open = await scene.buyerWrites()
  await toldAfter(scene, 21 * HOUR_MS)

  await open.deliver(scene.out, await open.queue())

  const leaves = await asAdmin<{ leaf: string }>(
    scene.desk.database,
    `select leaf from evidence_pending where account_id = $1 and leaf like '%"object":"alert:%' order by entry_id`,
    [scene.account.accountId],
  )
  assert.deepEqual(
    leaves.map(({ leaf }) => /"codes":(\[[^\]]*\]).*"event":"([^"]*)"/u.exec(leaf)?.slice(1)),
    [
      ['["kind:answer-near"]', 'alert.raised'],
      ['["by:settled","kind:answer-near"]', 'alert.ended'],
    ],
  )
})

/** What is told of in an account after some time, in the order in which it was due. */
async function toldAfter(scene: AmazonDesk, ms: number): Promise<readonly string[]> {
  clock.forward(ms)
  await sweepAlerts(scene.desk.parts)
  return kindsOf(scene)
}

async function kindsOf(scene: AmazonDesk): Promise<readonly string[]> {
  return (await openAlerts(scene)).map(({ kind }) => kind)
}

async function openAlerts({ desk, account }: AmazonDesk) {
  const { accountId, actor } = account
  const page = await listAlerts(desk.parts, actor, { accountId, after: undefined, limit: 100 })
  assert.ok('items' in page)
  return page.items
}
