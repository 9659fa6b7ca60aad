import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'
import { markNoResponse } from '../../src/flow/answer/mark-no-response.ts'
import { listDeadlines } from '../../src/flow/list-deadlines.ts'
import { showResponseFigure } from '../../src/flow/show-response-figure.ts'
import { type AmazonDesk, openAmazonDesk } from '../desk/amazon-desk.ts'
import type { OpenCase } from '../desk/open-case.ts'
import { testClock } from '../desk/test-clock.ts'

const clock = testClock()
const amazon = await openAmazonDesk({ after }, { clock })

test('counts each message once: in time, late, unanswered, and with time left', async () => {
  const scene = await amazon.newAccount()
  const first = await writes(scene, 1)
  clock.forward(HOUR_MS)
  await answer(scene, first)
  const second = await writes(scene, 2)
  clock.forward(25 * HOUR_MS)
  await answer(scene, second)
  await writes(scene, 3)
  clock.forward(25 * HOUR_MS)
  await writes(scene, 4)

  assert.deepEqual(await figureOf(scene), {
    days: 7,
    messages: 4,
    inTime: 1,
    answeredLate: 1,
    unanswered: 1,
    pending: 1,
    lateShare: 2 / 3,
  })
})

test('a reply that came back answers nothing, and the next that arrives answers late', async () => {
  const scene = await amazon.newAccount({ answers: 'bounce' })
  const open = await writes(scene, 5)
  await answer(scene, open)
  await scene.relay.settled()
  clock.forward(25 * HOUR_MS)
  const bounced = await figureOf(scene)

  scene.relay.setMode({ answers: 'deliver' })
  await answer(scene, open)

  assert.deepEqual([bounced?.unanswered, bounced?.inTime], [1, 0])
  const answered = await figureOf(scene)
  assert.deepEqual([answered?.unanswered, answered?.answeredLate], [0, 1])
})

test('several messages before one answer are each answered by it', async () => {
  const scene = await amazon.newAccount()
  await writes(scene, 6)
  clock.forward(23 * HOUR_MS)
  const open = await writes(scene, 6)
  clock.forward(2 * HOUR_MS)

  await answer(scene, open)

  const figure = await figureOf(scene)
  assert.deepEqual([figure?.messages, figure?.inTime, figure?.answeredLate], [2, 1, 1])
})

test('what needs no response is left out, and what is older than a window too', async () => {
  const scene = await amazon.newAccount()
  const open = await writes(scene, 7)
  const { row } = await open.show()
  const { accountId, actor } = scene.account
  const wish = { accountId, conversationId: open.conversationId, version: row.version, reason: 'thanks' } as const
  assert.ok((await markNoResponse(scene.desk.parts, actor, wish)).ok)
  await writes(scene, 8)
  clock.forward(8 * 24 * HOUR_MS)

  const shown = await showResponseFigure(scene.desk.parts, actor, accountId)

  assert.ok('windows' in shown)
  assert.deepEqual(
    shown.windows.map(({ days, messages, unanswered }) => [days, messages, unanswered]),
    [
      [7, 0, 0],
      [30, 1, 1],
      [90, 1, 1],
    ],
  )
})

test('an answer on a clock that was set back is in time, and no older than its message', async () => {
  const scene = await amazon.newAccount()
  const open = await writes(scene, 9)
  clock.forward(-3 * HOUR_MS)

  await answer(scene, open)

  assert.deepEqual((await open.show()).row.state, 'waiting')
  clock.forward(3 * HOUR_MS)
  assert.equal((await figureOf(scene))?.inTime, 1)
})

test('lists every clock that runs, due first, page by page', async () => {
  const scene = await amazon.newAccount()
  const open = await writes(scene, 10)
  clock.forward(21 * HOUR_MS)
  await writes(scene, 11)
  const { accountId, actor } = scene.account
  const { parts } = scene.desk
  await open.send({}, { undoMs: MINUTE_MS })

  const first = await listDeadlines(parts, actor, { accountId, after: undefined, limit: 3 })
  assert.ok('items' in first)
  const second = await listDeadlines(parts, actor, { accountId, after: first.next, limit: 3 })
  assert.ok('items' in second)

  assert.deepEqual(
    [...first.items, ...second.items].map(({ kind, state }) => [kind, state]),
    [
      ['undo', 'running'],
      ['answer', 'near'],
      ['answer', 'running'],
      ['claim-risk', 'running'],
      ['claim-risk', 'running'],
    ],
  )
  assert.equal(second.next, undefined)
})

/** A buyer writes, the same one for the same number. */
async function writes(scene: AmazonDesk, buyer: number): Promise<OpenCase> {
  const orderId = `302-1234567-${String(buyer).padStart(7, '0')}`
  return scene.buyerWrites({ orderId, alias: `x${String(buyer).padStart(14, '0')}`, name: `Rosalinde ${buyer}` })
}

async function answer(scene: AmazonDesk, open: OpenCase): Promise<void> {
  const delivered = await open.deliver(scene.out, await open.queue())
  assert.deepEqual(delivered, { kind: 'accepted' })
}

async function figureOf({ desk, account }: AmazonDesk) {
  const shown = await showResponseFigure(desk.parts, account.actor, account.accountId)
  assert.ok('windows' in shown)
  return shown.windows[0]
}
