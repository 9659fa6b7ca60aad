import assert from 'node:assert/strict'
import { after as atTheEnd, test, type TestContext } from 'node:test'

import { after, HOUR_MS, MINUTE_MS, SECOND_MS } from '../../src/base/clock.ts'
import { STUCK_AFTER_MS } from '../../src/flow/deliver-reply.ts'
import { requeueReplies } from '../../src/flow/requeue-replies.ts'
import { resolveReply } from '../../src/flow/resolve-reply.ts'
import { sweepReplies } from '../../src/flow/sweep-replies.ts'
import { undoReply } from '../../src/flow/undo-reply.ts'
import type { PolicyPack } from '../../src/model/policy-pack.ts'
import { asAdmin } from '../desk/as-admin.ts'
import type { ReplyRow } from '../../src/store/outbox.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { CLEAN_TEXT, openCase } from '../desk/open-case.ts'
import { mailIdOf, openSmtpStage, type Play } from '../desk/smtp-stage.ts'
import { testClock } from '../desk/test-clock.ts'
import { openTestDesk, wayOut } from '../desk/test-desk.ts'

const clock = testClock()
const desk = await openTestDesk({ after: atTheEnd }, { clock })

/** A port of loopback where nobody listens. */
const NOBODYS_PORT = 1

test('a reply that the rules forbid by now is held, its clock runs on, and nothing is sent', async (t) => {
  const { open, stage, out } = await openCaseAndStage(t)
  const { dueAt } = (await open.show()).row
  const reply = await open.queue()

  const outcome = await open.deliver(out, reply, { pack: withoutMarketplaces(desk.parts.pack) })

  assert.deepEqual(outcome, { kind: 'held' })
  const { row, replies, messages } = await open.show()
  assert.deepEqual([replies[0]?.row.state, replies[0]?.row.reason], ['held', 'OUT-001'])
  assert.deepEqual([row.state, row.reopened, row.dueAt], ['needs-reply', 'held', dueAt])
  assert.deepEqual([stage.mails, messages.length], [[], 1])
  assert.deepEqual(await open.deliver(out, reply), { kind: 'not-queued' })
})

test('a reply to which the buyer added a message before it left is held for another look', async (t) => {
  const { open, stage, out } = await openCaseAndStage(t)
  const { mailbox } = open.account
  const reply = await open.queue()

  await desk.receive(mailbox, buyerMail({ to: mailbox, text: 'Bitte stornieren Sie.' }))
  const outcome = await open.deliver(out, reply)

  assert.deepEqual(outcome, { kind: 'held' })
  const { row, replies } = await open.show()
  assert.deepEqual([replies[0]?.row.reason, row.reopened], ['new-message', 'held'])
  assert.deepEqual(stage.mails, [])
})

test('the row says sending, with the Message-ID of the mail, before the server hears anything', async (t) => {
  const seen: (readonly [string, Outgoing])[] = []
  const { open, stage, out } = await openCaseAndStage(t, async (moment) => {
    seen.push([moment, await outgoing()])
  })
  const reply = await open.queue()

  await open.deliver(out, reply)

  const committed = { state: 'sending', mail_id: reply.mailId }
  assert.deepEqual(
    seen.filter(([moment]) => moment !== 'taken'),
    ['connect', 'MAIL', 'RCPT', 'DATA', 'dot'].map((moment) => [moment, committed]),
  )
  assert.deepEqual(stage.mails.map(mailIdOf), [reply.mailId])
  assert.deepEqual(await outgoing(), { ...committed, state: 'sent' })
})

test('a server that says later, or does not answer, is asked again under the same Message-ID, each time after twice as long', async (t) => {
  let answer: number | undefined = 451
  const { open, stage, out } = await openCaseAndStage(t, (moment) => (moment === 'dot' ? answer : undefined))
  const reply = await open.queue()
  const ways = [out, wayOut('127.0.0.1', NOBODYS_PORT), out]

  const outcomes: string[] = []
  const waitsMs: number[] = []
  for (const way of ways) {
    clock.forward((await open.reply(reply.id)).notBefore.getTime() - clock.now().getTime())
    const outcome = await open.deliver(way, reply)
    outcomes.push('kind' in outcome ? outcome.kind : 'denied')
    waitsMs.push(((await jobsOf(reply)).at(-1)?.getTime() ?? 0) - clock.now().getTime())
  }

  assert.deepEqual(outcomes, ['try-later', 'try-later', 'try-later'])
  assert.deepEqual(waitsMs, [30 * SECOND_MS, MINUTE_MS, 2 * MINUTE_MS])
  const waiting = await open.reply(reply.id)
  assert.deepEqual([waiting.state, waiting.attempt], ['queued', 3])
  assert.equal((await open.show()).row.state, 'needs-reply')
  answer = undefined
  clock.forward(2 * MINUTE_MS)
  assert.deepEqual(await open.deliver(out, reply), { kind: 'accepted' })
  assert.deepEqual(new Set(stage.mails.map(mailIdOf)), new Set([reply.mailId]))
  assert.equal((await open.show()).row.state, 'waiting')
})

test('after twelve attempts the desk gives up, and a person sees it in the inbox', async (t) => {
  const { open, out } = await openCaseAndStage(t, (moment) => (moment === 'MAIL' ? 421 : undefined))
  const reply = await open.queue()

  let waitMs = 0
  for (let attempt = 0; attempt < 12; attempt += 1) {
    assert.deepEqual(await open.deliver(out, reply), { kind: 'try-later' })
    waitMs = (await open.reply(reply.id)).notBefore.getTime() - clock.now().getTime()
    clock.forward(waitMs)
  }
  const outcome = await open.deliver(out, reply)

  assert.equal(waitMs, HOUR_MS)
  assert.deepEqual(outcome, { kind: 'given-up' })
  const { row, replies } = await open.show()
  assert.deepEqual([replies[0]?.row.state, replies[0]?.row.reason], ['failed', 'gave-up'])
  assert.deepEqual([row.state, row.reopened], ['needs-reply', 'failed'])
})

test('a server that refuses for good ends the reply as failed, and another may be written', async (t) => {
  let answer: number | undefined = 554
  const { open, out } = await openCaseAndStage(t, (moment) => (moment === 'RCPT' ? answer : undefined))
  const reply = await open.queue()

  const outcome = await open.deliver(out, reply)

  assert.deepEqual(outcome, { kind: 'rejected' })
  const { row } = await open.show()
  assert.deepEqual([(await open.reply(reply.id)).state, row.state, row.reopened], ['failed', 'needs-reply', 'failed'])
  answer = undefined
  assert.deepEqual(await open.deliver(out, await open.queue()), { kind: 'accepted' })
})

test('a connection lost after the final dot makes it unknown; it is not sent again and a person decides', async (t) => {
  const { open, out, stage } = await openCaseAndStage(t, (moment) => (moment === 'dot' ? 'drop' : undefined))
  const { accountId, actor } = open.account
  const start = (await open.show()).row.unansweredSince

  const lost = await open.queue()
  assert.deepEqual(await open.deliver(out, lost), { kind: 'unknown' })
  assert.equal((await open.show()).row.state, 'needs-reply')
  assert.deepEqual(await open.deliver(out, lost), { kind: 'not-queued' })
  const other = await open.send()
  assert.ok(!other.ok && other.reason === 'open', 'nobody writes another before it is decided')
  const notSent = await resolveReply(desk.parts, actor, { accountId, replyId: lost.id, wasSent: false })

  assert.ok(notSent.ok)
  assert.equal(notSent.reply.state, 'failed')
  const open1 = await open.show()
  assert.deepEqual([open1.row.reopened, open1.row.unansweredSince, open1.messages.length], ['failed', start, 1])

  const lostAgain = await open.queue()
  assert.deepEqual(await open.deliver(out, lostAgain), { kind: 'unknown' })
  clock.forward(HOUR_MS)
  const wasSent = await resolveReply(desk.parts, actor, { accountId, replyId: lostAgain.id, wasSent: true })
  const again = await resolveReply(desk.parts, actor, { accountId, replyId: lostAgain.id, wasSent: false })

  assert.ok(wasSent.ok)
  assert.equal(wasSent.reply.state, 'sent')
  assert.deepEqual(again, { ok: false, reason: 'not-unknown' })
  const open2 = await open.show()
  assert.deepEqual([open2.row.state, open2.messages.at(-1)?.text], ['waiting', CLEAN_TEXT])
  assert.deepEqual(stage.mails.map(mailIdOf), [lost.mailId, lostAgain.mailId])
})

test('a reply of which a person tells later that it left was sent when it left', async (t) => {
  const { open, out } = await openCaseAndStage(t, (moment) => (moment === 'dot' ? 'drop' : undefined))
  const { accountId, actor } = open.account
  const lost = await open.queue()
  await open.deliver(out, lost)
  const leftAt = clock.now()

  clock.forward(30 * HOUR_MS)
  const wasSent = await resolveReply(desk.parts, actor, { accountId, replyId: lost.id, wasSent: true })

  assert.ok(wasSent.ok)
  assert.deepEqual(wasSent.reply.sentAt, leftAt)
})

test('a reply is taken back while it is queued and not after; its text is a draft again', async (t) => {
  const { open, out, stage } = await openCaseAndStage(t)
  const { accountId, actor } = open.account

  const first = await open.queue()
  const undone = await undoReply(desk.parts, actor, { accountId, replyId: first.id })
  const late = await open.deliver(out, first)

  assert.ok(undone.ok)
  assert.deepEqual([undone.reply.state, undone.text], ['undone', CLEAN_TEXT])
  assert.deepEqual(late, { kind: 'not-queued' })
  assert.deepEqual(stage.mails, [])
  const { draft, row } = await open.show()
  assert.deepEqual([draft?.text, row.state], [CLEAN_TEXT, 'needs-reply'])
  const second = await open.queue()
  await open.deliver(out, second)
  assert.deepEqual(await undoReply(desk.parts, actor, { accountId, replyId: second.id }), {
    ok: false,
    reason: 'too-late',
  })
  assert.equal((await open.reply(second.id)).state, 'sent')
})

test('what a crash left in sending becomes unknown once nobody can be sending it, and is never sent from there', async (t) => {
  const { open, out, stage } = await openCaseAndStage(t)
  const reply = await open.queue()
  await leaveInSending(reply)

  const early = await sweepReplies(desk.parts, after(clock.now(), -STUCK_AFTER_MS))
  const racing = await open.deliver(out, reply)
  clock.forward(STUCK_AFTER_MS + 1)
  const late = await sweepReplies(desk.parts, after(clock.now(), -STUCK_AFTER_MS))
  const twice = await sweepReplies(desk.parts, after(clock.now(), -STUCK_AFTER_MS))

  assert.deepEqual([early, racing, late, twice], [0, { kind: 'not-queued' }, 1, 0])
  const { state, reason } = await open.reply(reply.id)
  assert.deepEqual([state, reason], ['unknown', 'crash'])
  assert.deepEqual(await open.deliver(out, reply), { kind: 'not-queued' })
  assert.deepEqual(stage.mails, [])
  assert.equal((await open.show()).row.state, 'needs-reply')
})

test('a job that comes back to an old sending makes it unknown and sends nothing', async (t) => {
  const { open, out, stage } = await openCaseAndStage(t)
  const reply = await open.queue()
  await leaveInSending(reply)
  clock.forward(STUCK_AFTER_MS)

  assert.deepEqual(await open.deliver(out, reply), { kind: 'unknown' })

  assert.deepEqual(stage.mails, [])
})

test('a job that comes too early by our clock sends nothing and is put back, so that the time to undo is kept', async (t) => {
  const { open, stage, out } = await openCaseAndStage(t)
  const sent = await open.send({}, { undoMs: 10 * SECOND_MS })
  assert.ok(sent.ok)

  clock.forward(10 * SECOND_MS - 1)
  const early = await open.deliver(out, sent.reply)
  const { state } = await open.reply(sent.reply.id)
  const jobs = await jobsOf(sent.reply)
  clock.forward(1)
  const inTime = await open.deliver(out, sent.reply)

  assert.deepEqual([early, state, jobs.length], [{ kind: 'too-early' }, 'queued', 2])
  assert.deepEqual([inTime, stage.mails.length], [{ kind: 'accepted' }, 1])
})

test('a reply was sent when the 250 came, however long it takes to write that down', async (t) => {
  const { open, out } = await openCaseAndStage(t)
  const reply = await open.queue()
  const heardAt = clock.now()
  // The clock goes on at the first reading after the 250, which is when the answer was heard.
  let readings = 0
  const slow = { now: () => ((readings += 1) > 3 ? after(heardAt, MINUTE_MS) : heardAt) }

  await open.deliver(out, reply, { clock: slow })

  assert.deepEqual((await open.reply(reply.id)).sentAt, heardAt)
  assert.deepEqual((await open.show()).messages.at(-1)?.row.at, heardAt)
})

test('a process that stood still between saying that it sends and sending does not send', async (t) => {
  const { open, stage, out } = await openCaseAndStage(t)
  const reply = await open.queue()
  const began = clock.now()
  let readings = 0
  const stopped = { now: () => ((readings += 1) > 1 ? after(began, HOUR_MS) : began) }

  const outcome = await open.deliver(out, reply, { clock: stopped })

  assert.deepEqual([outcome, stage.mails], [{ kind: 'not-begun' }, []])
  assert.equal((await open.reply(reply.id)).state, 'queued')
})

test('a 250 corrects the person who supposed that nothing was sent', async (t) => {
  const { open, reply, out } = await openDecidedDuringDelivery(t, { wasSent: false })

  assert.deepEqual(await open.deliver(out, reply), { kind: 'accepted' })

  assert.equal((await open.reply(reply.id)).state, 'sent')
  assert.equal((await open.show()).row.state, 'waiting')
})

test('a refusal for good corrects the person who supposed that it was sent, and the clock runs on', async (t) => {
  const { open, reply, out } = await openDecidedDuringDelivery(t, { wasSent: true, answer: 554 })
  const { dueAt } = (await open.show()).row

  assert.deepEqual(await open.deliver(out, reply), { kind: 'rejected' })

  const { row } = await open.show()
  assert.equal((await open.reply(reply.id)).state, 'bounced')
  assert.deepEqual([row.state, row.reopened, row.dueAt], ['needs-reply', 'bounced', dueAt])
})

test('a refusal for good tells of a reply that a sweep gave up that nothing was sent', async (t) => {
  for (const [answer, kind] of [
    [554, 'rejected'],
    [451, 'try-later'],
  ] as const) {
    const { open, out, stage } = await openCaseAndStage(t, async (moment) => {
      if (moment !== 'dot') return undefined
      assert.equal(await sweepReplies(desk.parts, after(clock.now(), 1)), 1)
      return answer
    })
    const reply = await open.queue()

    assert.deepEqual(await open.deliver(out, reply), { kind })

    const { state, reason } = await open.reply(reply.id)
    assert.deepEqual([state, reason], ['failed', `smtp-${answer}`])
    assert.deepEqual([(await open.show()).row.reopened, stage.mails.length], ['failed', 1])
  }
})

/** A case whose reply is swept and decided upon by a person while the mail server still thinks about it. */
async function openDecidedDuringDelivery(
  t: TestContext,
  plan: { readonly wasSent: boolean; readonly answer?: number },
) {
  const opened = await openCaseAndStage(t, async (moment) => {
    if (moment !== 'dot') return undefined
    const replyId = reply.id
    await sweepReplies(desk.parts, after(clock.now(), 1))
    const { accountId, actor } = opened.open.account
    assert.ok((await resolveReply(desk.parts, actor, { accountId, replyId, wasSent: plan.wasSent })).ok)
    return plan.answer
  })
  const reply = await opened.open.queue()
  return { ...opened, reply }
}

/** What a row of the outbox says to the world. */
type Outgoing = Readonly<Record<'state' | 'mail_id', string>>

/** The newest row, seen by another session: what is committed and nothing else. */
async function outgoing(): Promise<Outgoing> {
  const [row] = await asAdmin<Outgoing>(
    desk.database,
    'select state, mail_id from outbox order by reply_id desc limit 1',
  )
  assert.ok(row)
  return row
}

/** As a desk leaves a reply behind that is killed while it sends. */
async function leaveInSending({ id }: ReplyRow): Promise<void> {
  await asAdmin(desk.database, `update outbox set state = 'sending', attempt = 1 where reply_id = $1`, [id])
}

let accounts = 0

/** An account with one buyer's mail, and a mail server of the test. */
async function openCaseAndStage(t: TestContext, play?: Play) {
  const stage = await openSmtpStage(play)
  t.after(() => stage[Symbol.asyncDispose]())
  const account = await desk.openAccount(`north-${(accounts += 1)}`)
  await desk.receive(account.mailbox, buyerMail({ to: account.mailbox }))
  return { open: await openCase(desk, account), stage, out: wayOut('127.0.0.1', stage.port) }
}

/** When each job of a reply waits for, in the order in which they were made. */
async function jobsOf(reply: ReplyRow): Promise<readonly Date[]> {
  const rows = await asAdmin<{ start_after: Date }>(
    desk.database,
    `select start_after from pgboss.job where data->>'replyId' = $1 order by created_on, start_after`,
    [String(reply.id)],
  )
  return rows.map((row) => row.start_after)
}

/** As if Amazon's relay addresses had other domains by now. */
function withoutMarketplaces(pack: PolicyPack): PolicyPack {
  return { ...pack, marketplaceTlds: { ...pack.marketplaceTlds, values: [] } }
}

test('a reply whose job gave up gets another one, and leaves once', async (t) => {
  const { open, stage, out } = await openCaseAndStage(t)
  const reply = await open.queue()
  clock.forward(HOUR_MS)

  await requeueReplies(desk.parts, after(clock.now(), -2 * HOUR_MS))
  const early = await open.reply(reply.id)
  await requeueReplies(desk.parts, after(clock.now(), -MINUTE_MS))
  const late = await open.reply(reply.id)
  await open.deliver(out, reply)
  await open.deliver(out, reply)

  assert.deepEqual([early.notBefore, early.reason], [reply.notBefore, undefined])
  assert.deepEqual([late.notBefore, late.reason], [clock.now(), 'job-lost'])
  assert.equal(stage.mails.length, 1)
})
