import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { DAY_MS } from '../../src/base/clock.ts'
import { addMailbox, MAILBOXES_MAX } from '../../src/flow/mailbox/add-mailbox.ts'
import { listWatched } from '../../src/flow/mailbox/list-watched.ts'
import { noteWatch, type WatchNote } from '../../src/flow/mailbox/note-watch.ts'
import { openSource, readWatched } from '../../src/flow/mailbox/open-source.ts'
import { MAILBOX_CHANGES } from '../../src/flow/mailbox/record-change.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { testClock } from '../desk/test-clock.ts'
import { openTestDesk, type TestAccount } from '../desk/test-desk.ts'
import { newTestMailbox, TEST_SOURCE, type TestMailbox } from '../desk/test-mailbox.ts'

const clock = testClock()
const desk = await openTestDesk({ after }, { clock })

const FAILING: WatchNote = { state: 'failing', problem: 'refused', retryAt: undefined, behind: 3 }

test('shows where a mailbox is fetched from, all but the password', async () => {
  const box = await newTestMailbox(desk, 'shown')

  const shown = await box.set()
  const listed = await box.show()

  assert.deepEqual(listed, shown)
  assert.deepEqual(shown.source, {
    mailboxId: box.id,
    version: 1,
    host: 'imap.shop.example',
    port: 993,
    security: 'tls',
    user: 'eingang@shop.example',
    folder: 'INBOX',
  })
  assert.doesNotMatch(JSON.stringify(shown), new RegExp(TEST_SOURCE.password, 'u'))
})

test('keeps neither the user nor the password in the clear', async () => {
  const box = await newTestMailbox(desk, 'sealed')
  await box.set()

  const rows = await asAdmin<{ row: string }>(
    desk.database,
    `select to_jsonb(s)::text || encode(login_sealed, 'escape') as row from mailbox_source s where mailbox_id = $1`,
    [box.id],
  )

  assert.equal(rows.length, 1)
  assert.doesNotMatch(rows[0]?.row ?? '', /eingang|geheim/u)
})

test('gives its watcher the login, and the desk alone all sources', async () => {
  const [north, south] = [await newTestMailbox(desk, 'watch-north'), await newTestMailbox(desk, 'watch-south')]
  await north.set()
  await south.set({ folder: 'Amazon' })

  const settings = await openSource(desk.parts, await north.watched())
  const all = (await listWatched(desk.parts)).map(({ mailboxId }) => mailboxId)

  assert.deepEqual(settings, TEST_SOURCE)
  assert.ok(all.includes(north.id) && all.includes(south.id))
})

test('calls mail older than 30 days history when a mailbox is first fetched, unless people said otherwise', async () => {
  const [box, chosen] = [await newTestMailbox(desk, 'history'), await newTestMailbox(desk, 'chosen')]
  const instant = new Date('2026-01-01T00:00:00.000Z')
  await chosen.change({ deadlinesFrom: instant })

  await Promise.all([box.set(), chosen.set()])
  const first = await box.show()
  await box.change({ deadlinesFrom: null })
  await box.set({ folder: 'Amazon' })

  assert.deepEqual(first.mailbox.deadlinesFrom, new Date(clock.now().getTime() - 30 * DAY_MS))
  assert.deepEqual((await chosen.show()).mailbox.deadlinesFrom, instant)
  assert.equal((await box.show()).mailbox.deadlinesFrom, undefined)
})

test('tells the log what changed by closed words, never a value', async () => {
  const box = await newTestMailbox(desk, 'log')

  await box.set()
  await box.set({ port: 143, security: 'starttls', folder: 'Amazon' })
  await box.set({ port: 143, security: 'starttls', folder: 'Amazon', password: 'ein-anderes' })
  await box.change({ approvedSender: 'antwort@shop.example', authservIds: ['mx.shop.example'] })
  await box.remove()

  const leaves = await leavesOf(box)
  assert.deepEqual(
    leaves.map(({ event, codes }) => [event, codes]),
    [
      ['mailbox.changed', ['deadlines-from', 'folder', 'host', 'login', 'security']],
      ['mailbox.changed', ['folder', 'host', 'security']],
      ['mailbox.changed', ['login']],
      ['mailbox.changed', ['authserv', 'sender']],
      ['mailbox.removed', []],
    ],
  )
  assert.ok(leaves.every(({ codes }) => codes.every((code) => MAILBOX_CHANGES.some((known) => known === code))))
  assert.doesNotMatch(JSON.stringify(leaves), /example|Amazon|993|143/u)
})

test('writes nothing when nothing is other than it was', async () => {
  const box = await newTestMailbox(desk, 'same')
  await box.set()
  const before = await leavesOf(box)

  const again = await box.set({ host: ' IMAP.shop.example ', password: undefined })
  await box.change({ approvedSender: 'SAME@shop.example' })

  assert.equal(again.source?.version, 1)
  assert.deepEqual(await leavesOf(box), before)
})

test('begins anew for another server, user or folder, and not for a new password', async () => {
  const box = await newTestMailbox(desk, 'anew')
  const at = { uidValidity: 7, lastUid: 900 }
  const kept: boolean[] = []

  for (const other of [
    { password: 'neu-vom-anbieter' },
    { folder: 'Amazon' },
    { user: 'anderer@shop.example' },
    { host: 'mail.shop.example' },
  ]) {
    await box.set()
    await box.fetchTo(at)
    const shown = await box.set(other)
    kept.push(shown.position !== undefined)
  }

  assert.deepEqual(kept, [true, false, false, false])
})

test('what the watcher of an earlier source still brings does not move the position', async () => {
  const box = await newTestMailbox(desk, 'late')
  await box.set()
  const late = await readWatched(desk.parts, await box.watched())
  clock.forward(5)
  await box.set({ folder: 'Amazon' })

  const moved = await box.move(late?.position, { uidValidity: 7, lastUid: 900 })

  assert.equal(moved, false)
  assert.equal((await box.show()).position, undefined)
})

test('removing a source forgets its password, its position and how its watcher fared', async () => {
  const box = await newTestMailbox(desk, 'removed')
  await box.set()
  await box.fetchTo({ uidValidity: 7, lastUid: 900 })
  const watched = await box.watched()
  await noteWatch(desk.parts, watched, FAILING)

  await box.remove()
  const again = await box.remove()
  await noteWatch(desk.parts, watched, FAILING)
  const rows = await asAdmin<{ left: number }>(
    desk.database,
    `select (select count(*) from mailbox_source where mailbox_id = $1)::int
          + (select count(*) from mailbox_position where mailbox_id = $1)::int
          + (select count(*) from mailbox_watch where mailbox_id = $1)::int as left`,
    [box.id],
  )

  assert.deepEqual([again.source, again.watch, again.position], [undefined, undefined, undefined])
  assert.equal(rows[0]?.left, 0)
  assert.equal(await openSource(desk.parts, watched), undefined)
})

test('a source that is removed and set again is another one, though its version is the first again', async () => {
  const box = await newTestMailbox(desk, 'reset')
  await box.set()
  const before = await box.watched()
  await box.remove()
  clock.forward(5)
  await box.set()

  assert.equal((await box.watched()).version, before.version)
  assert.equal(await openSource(desk.parts, before), undefined)
})

test('a watcher’s state has an age of its own, and a note of an earlier source is not written', async () => {
  const box = await newTestMailbox(desk, 'noted')
  await box.set()
  const watched = await box.watched()
  await noteWatch(desk.parts, watched, FAILING)
  const since = clock.now()
  clock.forward(60_000)

  await noteWatch(desk.parts, watched, { ...FAILING, behind: 4 })
  const still = await box.show()
  await box.set({ folder: 'Amazon' })
  await noteWatch(desk.parts, watched, FAILING)

  assert.deepEqual(still.watch, { ...FAILING, behind: 4, since, seenAt: clock.now() })
  assert.equal((await box.show()).watch, undefined)
})

test('an address belongs to one account, and an account has a limit of mailboxes', async () => {
  const [one, other] = [await desk.openAccount('many'), await desk.openAccount('few')]
  const add = async (account: TestAccount, name: string) => {
    const address = `${name}@shop.example`
    const outcome = await addMailbox(desk.parts, desk.owner, {
      accountId: account.accountId,
      address,
      approvedSender: address,
    })
    return outcome.ok ? 'added' : outcome.reason
  }
  await asAdmin(
    desk.database,
    `insert into mailbox (account_id, mailbox_id, address, approved_sender, copies, created_at, authserv_ids, keeps_sent)
     select $1::bigint, n, n || '@full.example', 'x@full.example', 'not-seen', $2::timestamptz, '{}', false
       from generate_series(1, $3::int) n`,
    [one.accountId, clock.now(), MAILBOXES_MAX - 2],
  )

  const outcomes = [
    await add(one, 'MANY'),
    await add(other, ' many'),
    await add(one, 'last'),
    await add(one, 'too-many'),
    await add(other, 'second'),
  ]

  assert.deepEqual(outcomes, ['address-taken', 'address-taken', 'added', 'too-many', 'added'])
})

interface Leaf {
  readonly event: string
  readonly codes: readonly string[]
}

/** What the log tells of a mailbox, oldest first, without who and when. */
async function leavesOf({ account, id }: TestMailbox): Promise<readonly (Leaf & { readonly object: string })[]> {
  const rows = await asAdmin<{ leaf: string }>(
    desk.database,
    `select leaf from evidence_pending where account_id = $1 order by entry_id`,
    [account.accountId],
  )
  return rows
    .map(({ leaf }): Leaf & { object: string } => JSON.parse(leaf))
    .filter(({ object }) => object === `mailbox:${id}`)
    .map(({ event, codes, object }) => ({ event, codes, object }))
}
