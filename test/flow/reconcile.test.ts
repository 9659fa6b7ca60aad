import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { inAccount } from '../../src/flow/in-account.ts'
import { comingFromImap } from '../../src/flow/receive/coming-from-imap.ts'
import { receiveMails } from '../../src/flow/receive/receive-mails.ts'
import { reconcileMailbox } from '../../src/flow/reconcile/reconcile-mailbox.ts'
import { queueReconciliations, requestReconciliation } from '../../src/flow/reconcile/request-reconciliation.ts'
import { showReconciliation } from '../../src/flow/reconcile/show-reconciliation.ts'
import type { Mailbox } from '../../src/model/account.ts'
import { DESK_PERSON } from '../../src/model/ids.ts'
import type { MailboxPosition } from '../../src/model/mailbox-source.ts'
import type { Reconciliation } from '../../src/model/reconciliation.ts'
import { listMailboxes } from '../../src/store/mailbox.ts'
import { findPosition } from '../../src/store/mailbox-position.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { type TestFolder, testFolder } from '../desk/server-folder.ts'
import { openTestDesk, type TestAccount } from '../desk/test-desk.ts'

const NOW = new Date('2026-11-24T12:00:00.000Z')
const MIDNIGHT_MS = Date.parse('2026-11-24T00:00:00.000Z')

const desk = await openTestDesk({ after }, { clock: { now: () => NOW } })

test('a mailbox agrees when every mail of the server is in the ledger, each on the UTC day it arrived', async () => {
  const box = await newBox('agrees')
  box.folder.put(buyerMail({ to: box.account.mailbox }), new Date(MIDNIGHT_MS - 1))
  box.folder.put('From: someone@elsewhere.example\r\nSubject: Angebot\r\n\r\nHallo\r\n', new Date(MIDNIGHT_MS))
  await box.fetch()

  const outcome = await box.reconcile()

  assert.ok(outcome.kind === 'reckoned' && outcome.agrees)
  const shown = await box.show()
  assert.equal(shown.agrees, true)
  assert.deepEqual(
    shown.days.map(({ day, onServer, stored, quarantined, missing }) => [day, onServer, stored, quarantined, missing]),
    [
      ['2026-11-24', 1, 0, 1, 0],
      ['2026-11-23', 1, 1, 0, 0],
    ],
  )
})

test('a mail that the position passed is found missing, fetched and taken in like any other', async () => {
  const box = await newBox('missing')
  const mails = ['eins', 'zwei', 'drei'].map((text) =>
    box.folder.put(buyerMail({ to: box.account.mailbox, text }), NOW),
  )
  await box.fetch([mails[0] ?? 0, mails[2] ?? 0])

  const outcome = await box.reconcile()

  assert.ok(outcome.kind === 'reckoned')
  assert.deepEqual([outcome.repaired, outcome.agrees, outcome.counts.onServer, outcome.counts.stored], [1, true, 3, 3])
  assert.deepEqual(box.folder.handedOver.slice(2), [mails[1]])
  assert.deepEqual(await box.position(), { uidValidity: 7, lastUid: 3 })
})

test('what the server lists and will not hand over stays missing, and the mailbox does not agree', async () => {
  const box = await newBox('stays-missing')
  for (const text of ['eins', 'zwei']) box.folder.put(buyerMail({ to: box.account.mailbox, text }), NOW)
  await box.fetch([2])

  const outcome = await box.reconcile({ ...box.folder, uidValidity: 7, uidNext: 3, async *fetch() {} })

  assert.ok(outcome.kind === 'reckoned' && !outcome.agrees)
  const shown = await box.show()
  assert.deepEqual([shown.agrees, shown.missing, shown.onServer, shown.stored], [false, 1, 2, 1])
})

test('mail above the position is not fetched yet and not missing', async () => {
  const box = await newBox('pending')
  box.folder.put(buyerMail({ to: box.account.mailbox }), NOW)
  await box.fetch()
  box.folder.put(buyerMail({ to: box.account.mailbox }), NOW)

  const outcome = await box.reconcile()

  assert.ok(outcome.kind === 'reckoned')
  assert.deepEqual([outcome.pending, outcome.counts.onServer, outcome.counts.missing, outcome.agrees], [1, 1, 0, true])
})

test('a mail that was deleted on the server is gone, and counted on both sides', async () => {
  const box = await newBox('gone')
  for (const text of ['eins', 'zwei', 'drei']) box.folder.put(buyerMail({ to: box.account.mailbox, text }), NOW)
  await box.fetch()
  box.folder.remove(3)
  box.folder.remove(1)

  const outcome = await box.reconcile()

  assert.ok(outcome.kind === 'reckoned' && outcome.agrees)
  const { onServer, stored, gone } = outcome.counts
  assert.deepEqual([onServer, stored, gone], [1, 3, 2])
})

test('after a change of UIDVALIDITY the old mails are counted apart, and the new numbers agree', async () => {
  const box = await newBox('renumbered')
  box.folder.put(buyerMail({ to: box.account.mailbox }), NOW)
  await box.fetch()
  box.folder.renumber(8)

  const before = await box.reconcile()
  await box.fetch()
  const outcome = await box.reconcile()

  assert.ok(before.kind === 'reckoned' && outcome.kind === 'reckoned')
  assert.deepEqual([before.pending, before.counts.onServer, before.agrees], [1, 0, true])
  const { onServer, repeated, stored } = outcome.counts
  assert.deepEqual([onServer, repeated, stored, outcome.earlier, outcome.agrees], [1, 1, 0, 1, true])
  assert.equal((await box.show()).earlier, 1)
})

test('mail of another door is counted apart where a server counts, and is the count where none does', async () => {
  const fetched = await newBox('two-doors')
  fetched.folder.put(buyerMail({ to: fetched.account.mailbox }), NOW)
  await fetched.fetch()
  await desk.receive(fetched.account.mailbox, buyerMail({ to: fetched.account.mailbox }))
  const handedIn = await newBox('one-door')
  await desk.receive(handedIn.account.mailbox, buyerMail({ to: handedIn.account.mailbox }))

  const [one, other] = [await fetched.reconcile(), await handedIn.reconcile(undefined)]

  assert.ok(one.kind === 'reckoned' && other.kind === 'reckoned')
  assert.deepEqual([one.counts.onServer, one.handedIn], [1, 1])
  assert.deepEqual([other.counts.onServer, other.counts.stored, other.handedIn, other.agrees], [1, 1, 0, true])
})

test('thousands of mails with gaps between their numbers are compared window by window', async () => {
  const box = await newBox('many')
  const total = 12_345
  for (let at = 0; at < total; at += 1) box.folder.put('', new Date(MIDNIGHT_MS - at * 60_000))
  await asAdmin(
    desk.database,
    `insert into arrival select $1, $2, 'imap', 0, 7, uid, $3::timestamptz - (uid - 1) * interval '1 minute', now(), 'stored', null
       from generate_series(1, $4::int) uid where uid % 5000 <> 0`,
    [box.account.accountId, box.mailbox.id, new Date(MIDNIGHT_MS), total],
  )
  await asAdmin(desk.database, `insert into mailbox_position values ($1, $2, 7, $3, now(), 0)`, [
    box.account.accountId,
    box.mailbox.id,
    total,
  ])
  for (let uid = 100; uid < 9_000; uid += 1) if (uid % 5_000 !== 0) box.folder.remove(uid)

  const outcome = await box.reconcile({ ...box.folder, uidValidity: 7, uidNext: total + 1, async *fetch() {} })

  assert.ok(outcome.kind === 'reckoned')
  assert.deepEqual(outcome.counts, {
    onServer: total - 8_899,
    stored: total - 2,
    repeated: 0,
    noticed: 0,
    quarantined: 0,
    missing: 2,
    gone: 8_899,
  })
})

test('a mailbox without a mail was compared as well', async () => {
  const box = await newBox('empty')

  await box.reconcile()

  const { reckonedAt, agrees, onServer, days } = await box.show()
  assert.deepEqual([reckonedAt, agrees, onServer, days.length], [NOW, true, 0, 1])
})

test('a mailbox that was never compared does not agree', async () => {
  const box = await newBox('never')

  const { reckonedAt, agrees, days } = await box.show()

  assert.deepEqual([reckonedAt, agrees, days], [undefined, false, []])
})

test('who asks has every mailbox of the account compared once, however often they ask', async () => {
  const { account, mailbox } = await newBox('asked')

  const first = await requestReconciliation(desk.parts, account.actor, { accountId: account.accountId })
  const second = await requestReconciliation(desk.parts, account.actor, { accountId: account.accountId })

  assert.deepEqual([first, second], [{ queued: 1 }, { queued: 1 }])
  assert.equal((await jobsOf(mailbox)).length, 1)
})

test('a mailbox is due when nobody compared it since', async () => {
  const [due, done] = [await newBox('due'), await newBox('done')]
  await done.reconcile()

  await queueReconciliations(desk.parts, NOW)

  assert.deepEqual([(await jobsOf(due.mailbox)).length, (await jobsOf(done.mailbox)).length], [1, 0])
})

test('each comparison leaves an entry in the log', async () => {
  const box = await newBox('logged')

  await box.reconcile()

  const entries = await asAdmin<{ leaf: string }>(
    desk.database,
    'select leaf from evidence_pending where account_id = $1',
    [box.account.accountId],
  )
  const leaf = entries.find((entry) => entry.leaf.includes('mailbox.reconciled'))?.leaf ?? ''
  assert.match(leaf, /"codes":\["missing:0","on-server:0"\]/u)
})

interface Box {
  readonly account: TestAccount
  readonly mailbox: Mailbox
  readonly folder: TestFolder
  /** Takes the mails above the position, or those named, and moves it to the newest. */
  fetch(uids?: readonly number[]): Promise<void>
  position(): Promise<MailboxPosition | undefined>
  reconcile(server?: Parameters<typeof reconcileMailbox>[2]): ReturnType<typeof reconcileMailbox>
  show(): Promise<Reconciliation>
}

async function newBox(name: string): Promise<Box> {
  const account = await desk.openAccount(name)
  const { accountId } = account
  const asDesk = { personId: DESK_PERSON, tokenId: undefined }
  const right = { accountId, permission: 'mail:receive' } as const
  const mailboxes = await inAccount(desk.parts, asDesk, right, ({ tx, scope }) => listMailboxes(tx, scope))
  assert.ok(!('ok' in mailboxes) && mailboxes[0])
  const [mailbox] = mailboxes
  const folder = testFolder(7)

  const position = async (): Promise<MailboxPosition | undefined> => {
    const read = await inAccount(desk.parts, asDesk, right, ({ tx, scope }) => findPosition(tx, scope, mailbox.id))
    assert.ok(!read || !('ok' in read))
    return read
  }

  return {
    account,
    mailbox,
    folder,
    position,
    async fetch(uids) {
      const from = await position()
      const first = from?.uidValidity === folder.uidValidity ? from.lastUid + 1 : 1
      const listed = await folder.listUids(first, 100)
      const wished = uids ? listed.filter(({ uid }) => uids.includes(uid)) : listed
      const mails = await Array.fromAsync(folder.fetch(wished, { maxBytes: 1_000_000 }), (mail) =>
        comingFromImap(mail, { uidValidity: folder.uidValidity, now: NOW }),
      )
      const to = { uidValidity: folder.uidValidity, lastUid: listed.at(-1)?.uid ?? 0 }
      const taken = await receiveMails(desk.receiving, mailbox, { mails, move: { from, to } })
      assert.equal(taken.kind, 'taken')
    },
    reconcile: (...given) =>
      reconcileMailbox(desk.receiving, { accountId, mailboxId: mailbox.id }, given.length > 0 ? given[0] : folder),
    async show() {
      const shown = await showReconciliation(desk.parts, account.actor, { accountId })
      assert.ok('items' in shown && shown.items[0])
      return shown.items[0]
    },
  }
}

async function jobsOf({ id }: Mailbox): Promise<readonly unknown[]> {
  return asAdmin(
    desk.database,
    `select data from pgboss.job where name = 'reconcile-mailbox' and (data ->> 'mailboxId')::bigint = $1`,
    [id],
  )
}
