import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'

import { sql } from 'kysely'

import { after, DAY_MS, HOUR_MS } from '../../src/base/clock.ts'
import { listInbox } from '../../src/flow/list-inbox.ts'
import type { ComingMail } from '../../src/flow/receive/coming-mail.ts'
import { settleDeadline } from '../../src/flow/settle-deadline.ts'
import { type OpenConversation, showConversation } from '../../src/flow/show-conversation.ts'
import { asPerson } from '../../src/store/database.ts'
import {
  type AmazonSigner,
  claimClosed,
  claimOpened,
  openSigner,
  refundIssued,
  returnRequest,
} from '../desk/amazon-mail.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openTestDesk, type TestAccount, type TestDesk } from '../desk/test-desk.ts'

const NOW = new Date('2026-11-24T12:00:00.000Z')
const ORDER = '302-1234567-1234567'
const OTHER_ORDER = '302-7654321-7654321'

test('many mails in one batch find their conversations as they would one by one', async (t) => {
  const { desk, account, take, all } = await openScene(t)
  const to = account.mailbox
  const caseId = '11111111-2222-3333-4444-555555555555'

  const outcomes = await take([
    buyerMail({ to, alias: 'alias0000001', caseId, threadToken: 'A0T1', messageToken: 'A0M1' }),
    buyerMail({ to, alias: 'alias0000001', caseId, threadToken: 'A0T1', messageToken: 'A0M2' }),
    buyerMail({ to, alias: 'alias0000002', threadToken: 'A0T2', messageToken: 'A0M3', orderId: OTHER_ORDER }),
    buyerMail({ to, alias: 'alias0000001', caseId, threadToken: 'A0T1', messageToken: 'A0M2' }),
    'From: someone@elsewhere.example\r\nTo: x\r\nSubject: Angebot\r\n\r\nHallo\r\n',
  ])

  assert.deepEqual(outcomes, ['stored', 'stored', 'stored', 'repeated', 'quarantined'])
  assert.deepEqual((await all()).map(({ messages }) => messages.length).sort(byNumber), [1, 2])
  assert.deepEqual(await ledgerOf(desk), { stored: 3, repeated: 1, quarantined: 1 })
})

test('the position moves with the mails, and nothing is written when somebody else has moved it', async (t) => {
  const { desk, account, take } = await openScene(t)
  const to = { uidValidity: 7, lastUid: 2 }

  await take([buyerMail({ to: account.mailbox }), buyerMail({ to: account.mailbox })], { from: undefined, to })
  const late = await desk.receiveMails(account.mailbox, {
    mails: [coming(buyerMail({ to: account.mailbox }), 3)],
    move: { from: undefined, to: { uidValidity: 7, lastUid: 3 } },
  })

  assert.deepEqual(late, { kind: 'position-moved' })
  assert.deepEqual(await ledgerOf(desk), { stored: 2 })
})

test('a mail that answers one of the conversation joins it, whatever its subject says', async (t) => {
  const { account, take, all } = await openScene(t)
  const first = buyerMail({ to: account.mailbox, alias: 'alias0000001', mailId: '<first@eu-west-1.amazonses.com>' })
  const answer = buyerMail({
    to: account.mailbox,
    alias: 'alias0000009',
    threadToken: 'A0OTHER',
    orderId: OTHER_ORDER,
  }).replace('MIME-Version', 'In-Reply-To: <first@eu-west-1.amazonses.com>\r\nMIME-Version')

  await take([first])
  await take([answer])

  assert.deepEqual(
    (await all()).map(({ messages }) => messages.length),
    [2],
  )
})

test('two cases stay two conversations, even when one answers a mail of the other', async (t) => {
  const { account, take, all } = await openScene(t)
  const to = account.mailbox
  const first = buyerMail({ to, caseId: '11111111-2222-3333-4444-555555555555', mailId: '<a@eu-west-1.amazonses.com>' })
  const other = buyerMail({ to, caseId: '99999999-2222-3333-4444-555555555555' }).replace(
    'MIME-Version',
    'In-Reply-To: <a@eu-west-1.amazonses.com>\r\nMIME-Version',
  )

  await take([first, other])

  assert.equal((await all()).length, 2)
})

test('by its relay address alone a mail joins a conversation of the last thirty days only', async (t) => {
  const { account, take, all } = await openScene(t)
  const to = account.mailbox
  const question = { to, alias: 'alias0000001' }
  const bare = (mail: string): string => mail.replace(/\?t=[^&]*&m=/u, '?m=').replace(/302-1234567-1234567/gu, 'x')

  await take([bare(buyerMail({ ...question, date: after(NOW, -60 * DAY_MS) }))])
  await take([bare(buyerMail({ ...question, date: after(NOW, -20 * DAY_MS) }))])
  await take([bare(buyerMail({ ...question, date: after(NOW, -1 * DAY_MS) }))])

  assert.deepEqual((await all()).map(({ messages }) => messages.length).sort(byNumber), [1, 2])
})

test('a return request starts a day, and a verified refund ends it', async (t) => {
  const { account, signer, take, only } = await openScene(t)
  const asked = after(NOW, -2 * HOUR_MS)

  await take([await signer.sign(returnRequest(ORDER, asked))])
  const running = await only()
  await take([await signer.sign(refundIssued(ORDER, after(NOW, -HOUR_MS)))])
  const ended = await only()

  assert.deepEqual([running.row.state, running.row.dueAt], ['needs-reply', after(asked, DAY_MS)])
  assert.deepEqual(running.messages[0]?.row.facts.asins, ['B0FIXTURE1'])
  assert.equal(running.messages[0].row.authenticity, 'verified')
  assert.deepEqual([ended.row.state, ended.deadlines[0]?.settled?.by], ['waiting', 'refund'])
  assert.equal(ended.order?.fulfilledBy, 'merchant')
  assert.equal(account.mailbox, 'north@shop.example')
})

test('an unsigned notice is shown and starts its deadline, and ends none', async (t) => {
  const { take, only } = await openScene(t)

  await take([returnRequest(ORDER, after(NOW, -2 * HOUR_MS)), refundIssued(ORDER, after(NOW, -HOUR_MS))])

  const { deadlines, messages, row } = await only()
  assert.deepEqual([deadlines.length, deadlines[0]?.settled, row.state], [1, undefined, 'needs-reply'])
  assert.deepEqual(
    messages.map((message) => message.row.authenticity),
    ['unverified', 'unverified'],
  )
})

test('a claim is due by the mail or by the rule, whichever is earlier, and its decision can be appealed', async (t) => {
  const { desk, account, signer, take, only } = await openScene(t)
  const asked = after(NOW, -HOUR_MS)

  await take([await signer.sign(claimOpened(ORDER, asked, 1))])
  const opened = await only()
  await take([await signer.sign(claimClosed(ORDER, NOW))])
  const closed = await only()
  const appeal = closed.deadlines.find(({ kind }) => kind === 'appeal')
  assert.ok(appeal)
  await settleDeadline(desk.parts, account.actor, { accountId: account.accountId, deadlineId: appeal.id })

  assert.deepEqual(opened.deadlines[0]?.dueAt, after(asked, DAY_MS))
  assert.deepEqual(opened.messages[0]?.row.facts.amount, { minor: 11_900, currency: 'EUR' })
  assert.equal(closed.deadlines.find(({ kind }) => kind === 'claim-request')?.settled?.by, 'claim')
  assert.deepEqual(appeal.dueAt, after(NOW, 30 * DAY_MS))
  assert.equal((await only()).row.state, 'waiting')
})

test('a buyer’s message joins the conversation that Amazon’s notice of the order opened, and gives it an address', async (t) => {
  const { account, signer, take, only } = await openScene(t)

  await take([await signer.sign(returnRequest(ORDER, NOW))])
  const before = await only()
  await take([buyerMail({ to: account.mailbox, orderId: ORDER })])

  assert.equal(before.relay, undefined)
  const { relay, messages } = await only()
  assert.deepEqual([relay, messages.length], ['a1b2c3d4e5f6g7h8@marketplace.amazon.de', 2])
})

test('history is kept and shown, and runs no clock', async (t) => {
  const { account, take, only } = await openScene(t)

  await take([buyerMail({ to: account.mailbox })], undefined, { asHistory: true })

  const { row, messages } = await only()
  assert.deepEqual([row.state, row.dueAt, messages[0]?.row.isHistory], ['waiting', undefined, true])
})

test('the clock starts when Amazon wrote, and never later than the mail arrived', async (t) => {
  const { account, take, all } = await openScene(t)
  const to = account.mailbox
  const written = after(NOW, -5 * HOUR_MS)

  await take([
    buyerMail({ to, alias: 'alias0000001', threadToken: 'A0T1', orderId: ORDER, date: written }),
    buyerMail({ to, alias: 'alias0000002', threadToken: 'A0T2', orderId: OTHER_ORDER, date: after(NOW, DAY_MS) }),
  ])

  const dues = (await all()).map(({ row }) => row.dueAt?.toISOString())
  assert.deepEqual(new Set(dues), new Set([after(written, DAY_MS).toISOString(), after(NOW, DAY_MS).toISOString()]))
})

test('one mail that cannot be stored is set aside, and those around it are stored', async (t) => {
  const { desk, account, take } = await openScene(t)
  const to = account.mailbox
  await asAdmin(
    desk.database,
    `create function refuse() returns trigger language plpgsql as
    $$ begin if new.order_id = '${OTHER_ORDER}' then raise 'planted'; end if; return new; end $$`,
  )
  await asAdmin(
    desk.database,
    'create trigger planted before insert on conversation for each row execute function refuse()',
  )

  const outcomes = await take([
    buyerMail({ to, alias: 'alias0000001', threadToken: 'A0T1', orderId: ORDER }),
    buyerMail({ to, alias: 'alias0000002', threadToken: 'A0T2', orderId: OTHER_ORDER }),
    buyerMail({ to, alias: 'alias0000003', threadToken: 'A0T3', orderId: '302-1111111-1111111' }),
  ])

  assert.deepEqual(outcomes, ['stored', 'quarantined', 'stored'])
})

interface Scene {
  readonly desk: TestDesk
  readonly account: TestAccount
  readonly signer: AmazonSigner
  /** Takes mails as one batch from IMAP; fails unless they are taken. */
  readonly take: (
    mails: readonly (string | Uint8Array)[],
    move?: Parameters<TestDesk['receiveMails']>[1]['move'],
    more?: Partial<ComingMail>,
  ) => Promise<readonly string[]>
  readonly all: () => Promise<readonly OpenConversation[]>
  /** The only conversation. */
  readonly only: () => Promise<OpenConversation>
}

async function openScene(t: TestContext): Promise<Scene> {
  const signer = await openSigner()
  const desk = await openTestDesk(t, { clock: { now: () => NOW }, resolveTxt: signer.resolveTxt })
  const account = await desk.openAccount('north')
  const { accountId, actor } = account
  let uid = 0
  const all = async (): Promise<readonly OpenConversation[]> => {
    const page = await listInbox(desk.parts, actor, { accountId, view: 'all', after: undefined, limit: 50 })
    assert.ok('items' in page)
    const shown: OpenConversation[] = []
    for (const { row } of page.items) {
      const conversation = await showConversation(desk.parts, actor, { accountId, conversationId: row.id })
      assert.ok('messages' in conversation)
      shown.push(conversation)
    }
    return shown
  }
  return {
    desk,
    account,
    signer,
    all,
    async take(mails, move, more) {
      const wish = { mails: mails.map((mail) => ({ ...coming(mail, (uid += 1)), ...more })) }
      const taken = await desk.receiveMails(account.mailbox, move ? { ...wish, move } : wish)
      assert.equal(taken.kind, 'taken')
      return taken.outcomes
    },
    async only() {
      const [conversation, ...others] = await all()
      assert.ok(conversation)
      assert.deepEqual(others, [])
      return conversation
    },
  }
}

function coming(mail: string | Uint8Array, uid: number): ComingMail {
  const bytes = Buffer.from(mail)
  return { door: 'imap', uidValidity: 7, uid, arrivedAt: NOW, sizeBytes: bytes.length, bytes, isTooLarge: false }
}

async function ledgerOf(desk: TestDesk): Promise<Record<string, number>> {
  const { rows } = await asPerson(desk.parts.db, desk.owner.personId, (tx) =>
    sql<{ outcome: string; mails: number }>`select outcome, count(*) as mails from arrival group by outcome`.execute(
      tx,
    ),
  )
  return Object.fromEntries(rows.map(({ outcome, mails }) => [outcome, mails]))
}

function byNumber(one: number, other: number): number {
  return one - other
}

test('a mailbox that is fetched from elsewhere counts anew, though the other server numbers its mails alike', async (t) => {
  const { desk, account, take } = await openScene(t)
  const to = { uidValidity: 7, lastUid: 1 }
  await take([buyerMail({ to: account.mailbox })], { from: undefined, to })
  const begun = await desk.beginAnew(account.mailbox)

  await desk.receiveMails(account.mailbox, {
    mails: [coming(buyerMail({ to: account.mailbox }), 1)],
    move: { from: begun, to },
  })

  assert.deepEqual(await ledgerOf(desk), { stored: 2 })
})
