import assert from 'node:assert/strict'
import { after as atTheEnd, test } from 'node:test'

import { HOUR_MS, MINUTE_MS } from '../../src/base/clock.ts'
import { expectCopies } from '../../src/flow/copies/expect-copies.ts'
import { openAmazonDesk } from '../desk/amazon-desk.ts'
import { testClock } from '../desk/test-clock.ts'

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
