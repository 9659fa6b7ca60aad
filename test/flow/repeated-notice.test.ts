import assert from 'node:assert/strict'
import { test } from 'node:test'

import { HOUR_MS } from '../../src/base/clock.ts'
import { amazonNotice, openSigner } from '../desk/amazon-mail.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openCase } from '../desk/open-case.ts'
import { openSmtpStage } from '../desk/smtp-stage.ts'
import { testClock } from '../desk/test-clock.ts'
import { openTestDesk, wayOut } from '../desk/test-desk.ts'

const ORDER = '302-1234567-1234567'

test('an opt-out notice that is fetched twice undoes no other reply', async (t) => {
  const clock = testClock()
  const signer = await openSigner()
  const desk = await openTestDesk(t, { clock, resolveTxt: signer.resolveTxt })
  const account = await desk.openAccount('north')
  await using stage = await openSmtpStage()
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox }))
  const open = await openCase(desk, account)
  const answer = async () => {
    const reply = await open.queue()
    assert.deepEqual(await open.deliver(wayOut('127.0.0.1', stage.port), reply), { kind: 'accepted' })
    return reply.id
  }
  const first = await answer()
  const notice = await signer.sign(
    amazonNotice({
      type: 'BUYER_OPTED_OUT_BSM_MESSAGES',
      from: 'auto-communication@amazon.com',
      orderId: ORDER,
      subject: 'Your message to the buyer was not delivered.',
      html: `<p>We were unable to deliver the message you sent for order [${ORDER}] because the buyer has chosen to opt out of receiving unsolicited messages from sellers.</p><a href="mailto:${open.buyer}">email to the buyer</a>`,
      date: clock.now(),
    }),
  )
  assert.equal(await desk.receive(account.mailbox, notice), 'noticed')
  clock.forward(HOUR_MS)
  const second = await answer()

  assert.equal(await desk.receive(account.mailbox, notice), 'noticed')

  assert.deepEqual([(await open.reply(first)).state, (await open.reply(second)).state], ['opted-out', 'sent'])
  assert.equal((await open.show()).row.state, 'waiting')
})
