import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { destroyExpired } from '../../src/flow/destroy-expired.ts'
import { inAccount } from '../../src/flow/in-account.ts'
import { listInbox } from '../../src/flow/list-inbox.ts'
import { changeMailbox } from '../../src/flow/mailbox/change-mailbox.ts'
import { decideQuarantine, type QuarantineDecision } from '../../src/flow/quarantine/decide-quarantine.ts'
import { listQuarantine } from '../../src/flow/quarantine/list-quarantine.ts'
import type { ShownQuarantined } from '../../src/flow/quarantine/open-quarantined.ts'
import { type FetchAgain, releaseMail } from '../../src/flow/quarantine/release-mail.ts'
import { sweepReleases } from '../../src/flow/quarantine/sweep-releases.ts'
import { receiveMails } from '../../src/flow/receive/receive-mails.ts'
import { showConversation } from '../../src/flow/show-conversation.ts'
import type { Mailbox } from '../../src/model/account.ts'
import { DAY_MS, MINUTE_MS } from '../../src/base/clock.ts'
import { DESK_PERSON, type QuarantineId } from '../../src/model/ids.ts'
import { listMailboxes } from '../../src/store/mailbox.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { testClock } from '../desk/test-clock.ts'
import { openTestDesk, type TestAccount } from '../desk/test-desk.ts'

const NEVER: FetchAgain = () => Promise.reject(new Error('nothing is fetched in this test'))
const SERVER = 'mx.shop.example'

const clock = testClock()
const desk = await openTestDesk({ after }, { clock })

test('a released mail of doubtful signature is a message of its conversation, unverified', async () => {
  const box = await newBox('released')
  const held = await box.suspect()

  const decided = await box.decide(held, 'release')
  const outcome = await box.release(held, NEVER)

  assert.ok(decided.ok)
  assert.equal(decided.shown.mail.state, 'releasing')
  assert.deepEqual(outcome, { kind: 'released' })
  assert.deepEqual(await box.messages(), [['unverified', 'Guten Tag, bitte um eine Rechnung.']])
  const [shown] = await box.list('decided')
  assert.deepEqual([shown?.mail.state, shown?.mail.decided?.by], ['released', box.account.actor.personId])
  assert.equal(await box.rawOf(held), null)
})

test('a mail that stayed on its server is fetched again by its number', async () => {
  const box = await newBox('fetched-again')
  const { bytes, held } = await box.suspectOnServer(41)
  const asked: unknown[] = []

  await box.decide(held, 'release')
  const outcome = await box.release(held, async ({ mailbox, uidValidity, uid }) => {
    asked.push([mailbox.id, uidValidity, uid])
    return { ok: true, coming: coming(bytes, uid) }
  })

  assert.deepEqual(outcome, { kind: 'released' })
  assert.deepEqual(asked, [[box.mailbox.id, 7, 41]])
  assert.equal((await box.messages()).length, 1)
})

test('a mail that is gone from its server is held again, says why, and can be released once more', async () => {
  const box = await newBox('gone-again')
  const { bytes, held } = await box.suspectOnServer(42)
  await box.decide(held, 'release')

  const outcome = await box.release(held, () => Promise.resolve({ ok: false, problem: 'gone-from-server' }))

  assert.deepEqual(outcome, { kind: 'held-again', problem: 'gone-from-server' })
  const [shown] = await box.list('held')
  assert.deepEqual(
    [shown?.mail.state, shown?.mail.releaseProblem, shown?.mail.decided, shown?.obstacle],
    ['held', 'gone-from-server', undefined, undefined],
  )
  assert.ok((await box.decide(held, 'release')).ok)
  assert.equal((await box.release(held, async () => ({ ok: true, coming: coming(bytes, 42) }))).kind, 'released')
})

test('a mail that has no place when it is read again is held again', async () => {
  const box = await newBox('no-place')
  await box.receive(bounceOfNothing(box.account.mailbox))
  const [found] = await box.list('held')
  assert.ok(found && found.mail.reason === 'ambiguous')
  const { id } = found.mail
  await box.decide(id, 'release')

  const outcome = await box.release(id, NEVER)

  assert.deepEqual(outcome, { kind: 'held-again', problem: 'still-unreadable' })
  assert.equal((await box.list('held'))[0]?.mail.releaseProblem, 'still-unreadable')
  assert.equal((await box.messages()).length, 0)
})

test('a release that is done twice, as after a crash, makes one message', async () => {
  const box = await newBox('twice')
  const held = await box.suspect()
  await box.decide(held, 'release')

  const outcomes = [await box.release(held, NEVER), await box.release(held, NEVER)]

  assert.deepEqual(outcomes, [{ kind: 'released' }, { kind: 'not-releasing' }])
  assert.equal((await box.messages()).length, 1)
})

test('nobody releases what Amazon did not send, and the desk says so', async () => {
  const box = await newBox('not-amazon')
  await box.receive('From: someone@elsewhere.example\r\nTo: x\r\nSubject: Angebot\r\n\r\nHallo\r\n')
  const [found] = await box.list('held')
  assert.ok(found)

  const decided = await box.decide(found.mail.id, 'release')

  assert.deepEqual(decided, { ok: false, reason: 'obstacle', obstacle: 'not-amazon' })
  assert.equal(found.obstacle, 'not-amazon')
  assert.equal((await box.list('held'))[0]?.mail.state, 'held')
})

test('what is dismissed or reported is kept out, and its bytes are destroyed at once', async () => {
  const box = await newBox('kept-out')
  const [one, other] = [await box.suspect(), await box.suspect()]

  await box.decide(one, 'dismiss')
  await box.decide(other, 'report')

  assert.deepEqual((await box.list('decided')).map(({ mail }) => mail.state).toSorted(), ['dismissed', 'phishing'])
  assert.deepEqual([await box.rawOf(one), await box.rawOf(other)], [null, null])
  assert.deepEqual(await box.list('held'), [])
  assert.deepEqual(
    (await box.events()).filter((event) => event.startsWith('mail.')),
    ['mail.quarantined', 'mail.quarantined', 'mail.dismissed', 'mail.reported'],
  )
})

test('the first decision counts', async () => {
  const box = await newBox('first')
  const held = await box.suspect()

  const decisions = [
    await box.decide(held, 'dismiss'),
    await box.decide(held, 'release'),
    await box.decide(held, 'report'),
  ]

  assert.deepEqual(
    decisions.map((decided) => ('obstacle' in decided ? decided.obstacle : decided.ok)),
    [true, 'decided', 'decided'],
  )
})

test('a release whose job gave up is held again for a person', async () => {
  const box = await newBox('stuck')
  const held = await box.suspect()
  await box.decide(held, 'release')
  const decidedAt = clock.now()
  clock.forward(MINUTE_MS)

  const early = await sweepReleases(desk.receiving, decidedAt)
  const late = await sweepReleases(desk.receiving, clock.now())

  assert.deepEqual([early, late], [0, 1])
  assert.equal((await box.list('held'))[0]?.mail.releaseProblem, 'interrupted')
})

test('after 30 days a quarantined mail is destroyed with its key, and the log says how many', async () => {
  const box = await newBox('expired')
  await box.suspect()
  clock.forward(30 * DAY_MS - 1)

  const before = (await destroyExpired(desk.parts), await box.list('held')).length
  clock.forward(1)
  await destroyExpired(desk.parts)

  assert.deepEqual([before, (await box.list('held')).length], [1, 0])
  const leaves = await box.leaves()
  assert.ok(leaves.some((leaf) => leaf.includes('"codes":["destroyed:1","quarantine"]')))
  assert.equal((await box.events()).filter((event) => event === 'kept.destroyed').length, 1)
})

interface Box {
  readonly account: TestAccount
  readonly mailbox: Mailbox
  receive(mail: string): Promise<void>
  /** A buyer's mail of which the receiving server says that it was changed on the way; it is held. */
  suspect(): Promise<QuarantineId>
  suspectOnServer(uid: number): Promise<{ readonly bytes: Uint8Array; readonly held: QuarantineId }>
  decide(id: QuarantineId, decision: QuarantineDecision): ReturnType<typeof decideQuarantine>
  release(id: QuarantineId, fetchAgain: FetchAgain): ReturnType<typeof releaseMail>
  list(view: 'held' | 'decided'): Promise<readonly ShownQuarantined[]>
  /** Of all conversations: whether each message is verified, and its text. */
  messages(): Promise<readonly (readonly [string, string | undefined])[]>
  rawOf(id: QuarantineId): Promise<unknown>
  leaves(): Promise<readonly string[]>
  events(): Promise<readonly string[]>
}

async function newBox(name: string): Promise<Box> {
  const account = await desk.openAccount(name)
  const { accountId, actor } = account
  const asDesk = { personId: DESK_PERSON, tokenId: undefined }
  const right = { accountId, permission: 'mail:receive' } as const
  const mailboxes = await inAccount(desk.parts, asDesk, right, ({ tx, scope }) => listMailboxes(tx, scope))
  assert.ok(!('ok' in mailboxes) && mailboxes[0])
  const changed = await changeMailbox(desk.parts, actor, {
    accountId,
    mailboxId: mailboxes[0].id,
    authservIds: [SERVER],
  })
  assert.ok(changed.ok)
  const mailbox = changed.shown.mailbox

  const list = async (view: 'held' | 'decided'): Promise<readonly ShownQuarantined[]> => {
    const listed = await listQuarantine(desk.parts, actor, { accountId, view })
    assert.ok('items' in listed)
    return listed.items
  }
  const newestHeld = async (): Promise<QuarantineId> => {
    const newest = (await list('held')).map(({ mail }) => mail).toSorted((a, b) => b.id - a.id)[0]
    assert.equal(newest?.reason, 'failed-signature')
    return newest.id
  }
  const leaves = async (): Promise<readonly string[]> => {
    const rows = await asAdmin<{ leaf: string }>(
      desk.database,
      'select leaf from evidence_pending where account_id = $1 order by entry_id',
      [accountId],
    )
    return rows.map(({ leaf }) => leaf)
  }

  return {
    account,
    mailbox,
    list,
    leaves,
    async receive(mail) {
      assert.equal(await desk.receive(account.mailbox, mail), 'quarantined')
    },
    async suspect() {
      assert.equal(await desk.receive(account.mailbox, forged(account.mailbox)), 'quarantined')
      return newestHeld()
    },
    async suspectOnServer(uid) {
      const bytes = new TextEncoder().encode(forged(account.mailbox))
      const taken = await receiveMails(desk.receiving, mailbox, { mails: [coming(bytes, uid)] })
      assert.deepEqual(taken, { kind: 'taken', outcomes: ['quarantined'] })
      return { bytes, held: await newestHeld() }
    },
    decide: (quarantineId, decision) => decideQuarantine(desk.parts, actor, { accountId, quarantineId, decision }),
    release: (quarantineId, fetchAgain) => releaseMail(desk.receiving, { accountId, quarantineId }, fetchAgain),
    async messages() {
      const page = await listInbox(desk.parts, actor, { accountId, view: 'all', after: undefined, limit: 10 })
      assert.ok('items' in page)
      const shown = await Promise.all(
        page.items.map(({ row }) => showConversation(desk.parts, actor, { accountId, conversationId: row.id })),
      )
      return shown.flatMap((one) => {
        assert.ok('messages' in one)
        return one.messages.map(({ row, text }) => [row.authenticity, text] as const)
      })
    },
    async rawOf(id) {
      const rows = await asAdmin<{ raw: unknown }>(
        desk.database,
        'select raw_sealed as raw from quarantine where quarantine_id = $1',
        [id],
      )
      return rows[0]?.raw
    },
    async events() {
      return (await leaves()).map((leaf) => /"event":"([^"]+)"/u.exec(leaf)?.[1] ?? '')
    },
  }
}

function forged(to: string): string {
  const verdict = `Authentication-Results: ${SERVER}; dmarc=fail header.from=marketplace.amazon.de\r\n`
  return verdict + buyerMail({ to, text: 'Guten Tag, bitte um eine Rechnung.' })
}

function coming(bytes: Uint8Array, uid: number) {
  const arrivedAt = clock.now()
  return { door: 'imap', uidValidity: 7, uid, arrivedAt, sizeBytes: bytes.length, bytes, isTooLarge: false } as const
}

/** Tells that a mail could not be delivered which was never ours. */
function bounceOfNothing(to: string): string {
  return [
    'From: MAILER-DAEMON@mx.elsewhere.example',
    `To: ${to}`,
    'Subject: Undelivered Mail',
    'Message-ID: <bounce-1@mx.elsewhere.example>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: text/plain',
    '',
    'It could not be delivered.',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.elsewhere.example',
    '',
    'Final-Recipient: rfc822; nobody@marketplace.amazon.de',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--b--',
    '',
  ].join('\r\n')
}
