import assert from 'node:assert/strict'
import { test } from 'node:test'

import { HOUR_MS } from '../../src/base/clock.ts'
import { changeMailbox } from '../../src/flow/mailbox/change-mailbox.ts'
import { showMailboxes } from '../../src/flow/mailbox/show-mailboxes.ts'
import { amazonNotice, claimClosed, refundIssued, returnRequest } from '../desk/amazon-mail.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openCase } from '../desk/open-case.ts'
import { openTestDesk, type TestAccount, type TestDesk } from '../desk/test-desk.ts'
import { OUR_SERVER } from '../parse/spoof/judged.ts'
import { resolveTxt } from '../parse/spoof/signers.ts'
import { FALSE_AUTHORS } from '../parse/spoof/spoofed-authors.ts'
import { CHANGED } from '../parse/spoof/spoofed-changes.ts'
import { BAD_SIGNATURES, FOREIGN_SIGNERS } from '../parse/spoof/spoofed-signers.ts'
import { FALSE_VERDICTS } from '../parse/spoof/spoofed-verdicts.ts'

const ORDER = '302-1234567-1234567'
const WRITTEN = new Date('2026-11-24T08:00:00.000Z')
const NOW = new Date('2026-11-24T12:00:00.000Z')
const SPOOFED = [...FOREIGN_SIGNERS, ...BAD_SIGNATURES, ...CHANGED, ...FALSE_VERDICTS, ...FALSE_AUTHORS]

test('of all spoofed mails none is verified, and none moves a reply, rests a clock or ends a deadline', async (t) => {
  const desk = await openTestDesk(t, { clock: { now: () => NOW }, resolveTxt, undoSeconds: 3_600 })
  const account = await desk.openAccount('north')
  await believe(desk, account)
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox, date: WRITTEN }))
  await desk.receive(account.mailbox, returnRequest(ORDER, WRITTEN))
  const open = await openCase(desk, account)
  const reply = await open.queue()
  await asAdmin(desk.database, `update outbox set state = 'sent', sent_at = created_at`)
  // Another message waits, so that there is a clock to rest as well as a reply to undo.
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox, date: WRITTEN, messageToken: 'A0ANOTHER0001' }))
  const before = await truth(desk)

  for (const { mail } of SPOOFED) await desk.receive(account.mailbox, Buffer.from(mail, 'latin1'))
  for (const mail of forgedActs(open.buyer)) await desk.receive(account.mailbox, mail)

  assert.deepEqual(await truth(desk), before)
  assert.equal((await open.reply(reply.id)).state, 'sent')
  const authenticities = await asAdmin<{ authenticity: string; mails: number }>(
    desk.database,
    'select authenticity, count(*)::int as mails from message group by 1',
  )
  assert.deepEqual(
    authenticities.map(({ authenticity }) => authenticity),
    ['unverified'],
  )
})

/** Unsigned mails that would each do something if they were Amazon's: end a deadline, rest the clock, undo the reply. */
function forgedActs(buyer: string): readonly string[] {
  const date = new Date(NOW.getTime() - HOUR_MS)
  const about = { orderId: ORDER, date }
  return [
    refundIssued(ORDER, date),
    claimClosed(ORDER, date),
    amazonNotice({
      ...about,
      type: 'BBC_MESSAGE_CONFIRMATION_TO_MERCHANT',
      subject: `Your e-mail to Rosalinde Fichtenau (Order: ${ORDER})`,
      html: '<p>Here is a copy of the e-mail you sent. ------------- Begin message ------------- Hello. ------------- End message ------------- [commMgrTok:AFORGED]</p>',
    }),
    amazonNotice({
      ...about,
      type: 'BUYER_OPTED_OUT_BSM_MESSAGES',
      from: 'auto-communication@amazon.com',
      subject: 'Your message to the buyer was not delivered.',
      html: `<p>We were unable to deliver the message you sent for order [${ORDER}] because the buyer has chosen to opt out of receiving unsolicited messages. <a href="mailto:${buyer}">e-mail</a></p>`,
    }),
  ]
}

/** What an act would change: replies, the clock of the buyer's conversation, and what ended. */
async function truth({ database }: TestDesk): Promise<unknown> {
  return {
    replies: await asAdmin(database, 'select reply_id, state, changed_at from outbox order by 1'),
    clocks: await asAdmin(
      database,
      `select unanswered_since, claim_at, reopened from conversation where conversation_id in (select conversation_id from outbox)`,
    ),
    ended: await asAdmin(database, 'select deadline_id, settled_by from deadline where settled_at is not null'),
    copies: await asAdmin(database, 'select copies from mailbox'),
  }
}

/** Has the mailbox believe the server whose verdicts the spoofed mails forge. */
async function believe({ parts }: TestDesk, { accountId, actor }: TestAccount): Promise<void> {
  const shown = await showMailboxes(parts, actor, { accountId })
  assert.ok(!('ok' in shown) && shown[0])
  const changed = await changeMailbox(parts, actor, {
    accountId,
    mailboxId: shown[0].mailbox.id,
    authservIds: [OUR_SERVER],
  })
  assert.ok(changed.ok)
}
