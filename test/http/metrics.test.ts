import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { MINUTE_MS, SECOND_MS } from '../../src/base/clock.ts'
import { noteWatch } from '../../src/flow/mailbox/note-watch.ts'
import { measureMail } from '../../src/flow/measure-mail.ts'
import { decideQuarantine } from '../../src/flow/quarantine/decide-quarantine.ts'
import { listQuarantine } from '../../src/flow/quarantine/list-quarantine.ts'
import { createMetricsApp } from '../../src/http/metrics.ts'
import { listen } from '../../src/http/serve.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { testClock } from '../desk/test-clock.ts'
import { openTestDesk } from '../desk/test-desk.ts'
import { newTestMailbox } from '../desk/test-mailbox.ts'

const clock = testClock()
const desk = await openTestDesk({ after }, { clock })
const failures: unknown[] = []
const app = createMetricsApp({ measure: measureMail(desk.parts), failed: (error) => failures.push(error) })
const server = await listen(app, { host: '127.0.0.1', port: 0 })
after(() => server[Symbol.asyncDispose]())

test('mails are counted by door and outcome, and what is set aside until somebody decides', async () => {
  const box = await newTestMailbox(desk, 'counted')
  const { accountId, actor, mailbox } = box.account
  await desk.receive(mailbox, buyerMail({ to: mailbox, messageToken: 'A0SAME' }))
  await desk.receive(mailbox, buyerMail({ to: mailbox, messageToken: 'A0SAME' }))
  await desk.receive(mailbox, 'From: someone@elsewhere.example\r\nSubject: Angebot\r\n\r\nHallo\r\n')

  const before = await scrape()
  const listed = await listQuarantine(desk.parts, actor, { accountId, view: 'held' })
  assert.ok('items' in listed && listed.items[0])
  await decideQuarantine(desk.parts, actor, {
    accountId,
    quarantineId: listed.items[0].mail.id,
    decision: 'dismiss',
  })

  assert.equal(before.get('safereply_mails_total{door="smtp",outcome="stored"}'), 1)
  assert.equal(before.get('safereply_mails_total{door="smtp",outcome="repeated"}'), 1)
  assert.equal(before.get('safereply_mails_total{door="smtp",outcome="quarantined"}'), 1)
  assert.equal(before.get('safereply_quarantine_held'), 1)
  assert.equal((await scrape()).get('safereply_quarantine_held'), 0)
})

test('the totals are read once a minute', async () => {
  const { mailbox } = (await newTestMailbox(desk, 'once-a-minute')).account
  const name = 'safereply_mails_total{door="smtp",outcome="stored"}'
  const before = (await scrape()).get(name) ?? 0
  await desk.receive(mailbox, buyerMail({ to: mailbox }))
  clock.forward(MINUTE_MS - 1)

  const early = (await scrape()).get(name)
  clock.forward(1)
  const late = (await scrape()).get(name)

  assert.deepEqual([early, late], [before, before + 1])
})

test('a mailbox that fails says so and lags since then; one that is caught up lags since it was last seen', async () => {
  const box = await newTestMailbox(desk, 'watched')
  await box.set()
  const watched = await box.watched()
  const name = (metric: string): string => `${metric}{mailbox="${box.id}"}`

  await noteWatch(desk.parts, watched, { state: 'failing', problem: 'refused', retryAt: undefined, behind: 12 })
  clock.forward(30 * SECOND_MS)
  await noteWatch(desk.parts, watched, { state: 'failing', problem: 'refused', retryAt: undefined, behind: 12 })
  clock.forward(30 * SECOND_MS)
  const failing = await scrape()
  await noteWatch(desk.parts, watched, { state: 'caught-up', problem: undefined, retryAt: undefined, behind: 0 })
  clock.forward(30 * SECOND_MS)
  await noteWatch(desk.parts, watched, { state: 'caught-up', problem: undefined, retryAt: undefined, behind: 0 })
  clock.forward(5 * SECOND_MS)
  const caughtUp = await scrape()

  const metrics = ['safereply_mail_lag_seconds', 'safereply_mailbox_failing', 'safereply_mailbox_behind']
  assert.deepEqual(
    metrics.map((metric) => failing.get(name(metric))),
    [60, 1, 12],
  )
  assert.deepEqual(
    metrics.map((metric) => caughtUp.get(name(metric))),
    [5, 0, 0],
  )
})

test('what the last comparison found missing stands with its mailbox', async () => {
  const box = await newTestMailbox(desk, 'compared')
  const row = `($1, $2, $3, 5, 2, 0, 0, 0, 3, 0, $4)`
  const { accountId } = box.account
  await asAdmin(desk.database, `insert into reconciliation values ${row}`, [
    accountId,
    box.id,
    '2026-11-23',
    clock.now(),
  ])
  await asAdmin(desk.database, `insert into reconciliation values ${row}`, [
    accountId,
    box.id,
    '2026-11-24',
    clock.now(),
  ])

  assert.equal((await scrape()).get(`safereply_reconciliation_missing{mailbox="${box.id}"}`), 6)
})

test('the count of unknown shapes never falls, also when what was set aside is destroyed', async () => {
  const { mailbox } = (await newTestMailbox(desk, 'shapes')).account
  const name = 'safereply_mails_unknown_shape_total'
  const start = (await scrape()).get(name) ?? 0
  await desk.receive(mailbox, 'From: someone@elsewhere.example\r\nSubject: Sonderbar\r\n\r\nHallo\r\n')
  await asAdmin(desk.database, `update quarantine set reason = 'ambiguous' where state = 'held'`)
  const grown = (await scrape()).get(name)
  await asAdmin(desk.database, `delete from quarantine where reason = 'ambiguous'`)
  const kept = (await scrape()).get(name)

  assert.deepEqual([grown, kept], [start + 1, start + 1])
})

test('no address and no name is told, and nothing but numbers is served', async () => {
  const box = await newTestMailbox(desk, 'unnamed')
  await box.set()

  const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`)
  const text = await answer.text()
  const elsewhere = await fetch(`http://127.0.0.1:${server.port}/api/v1/me`)

  assert.match(answer.headers.get('content-type') ?? '', /^text\/plain; version=0\.0\.4/u)
  assert.doesNotMatch(text, /@|unnamed|shop\.example|process_|nodejs_/u)
  assert.equal(elsewhere.status, 404)
})

test('a desk whose database does not answer says 503 and what failed to the log, not to who asked', async () => {
  const broken = createMetricsApp({
    measure: () => Promise.reject(new Error('the address of the database')),
    failed: (error) => failures.push(error),
  })

  const answer = await broken.request('/metrics')

  assert.equal(answer.status, 503)
  assert.doesNotMatch(await answer.text(), /address/u)
  assert.equal(failures.length, 1)
})

/** The samples of a scrape by name and labels. */
async function scrape(): Promise<ReadonlyMap<string, number>> {
  const answer = await fetch(`http://127.0.0.1:${server.port}/metrics`)
  assert.equal(answer.status, 200)
  const lines = (await answer.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), Number(line.slice(at + 1))]
    }),
  )
}
