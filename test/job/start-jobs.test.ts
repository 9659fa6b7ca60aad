import assert from 'node:assert/strict'
import { test } from 'node:test'

import { after, DAY_MS } from '../../src/base/clock.ts'
import { startJobs } from '../../src/job/start-jobs.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openCase } from '../desk/open-case.ts'
import { openTestDesk, wayOut } from '../desk/test-desk.ts'

/** A port of loopback where nobody listens. */
const NOBODYS_PORT = 1

test('a desk that is alone takes what is sending for left behind, also after its clock was set back', async (t) => {
  const desk = await openTestDesk(t)
  const account = await desk.openAccount('north')
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox }))
  const open = await openCase(desk, account)
  const { id } = await open.queue()
  await asAdmin(desk.database, `update outbox set state = 'sending', attempt = 1 where reply_id = $1`, [id])
  const setBack = { now: () => after(desk.parts.clock.now(), -DAY_MS) }
  const parts = { ...desk.parts, clock: setBack, out: wayOut('127.0.0.1', NOBODYS_PORT) }
  const failed = (error: unknown) => assert.fail(String(error))

  await using beside = await startJobs(parts, { isAlone: false, failed })
  const whileBeside = (await open.reply(id)).state
  await using alone = await startJobs(parts, { isAlone: true, failed })

  assert.ok(beside && alone)
  const { state, reason } = await open.reply(id)
  assert.deepEqual([whileBeside, state, reason], ['sending', 'unknown', 'crash'])
})
