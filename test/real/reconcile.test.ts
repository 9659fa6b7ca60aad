import assert from 'node:assert/strict'
import { after, test } from 'node:test'

import { Client } from 'pg'

import { decideQuarantine } from '../../src/flow/quarantine/decide-quarantine.ts'
import { fetchAgainByImap } from '../../src/flow/quarantine/fetch-again.ts'
import { listQuarantine } from '../../src/flow/quarantine/list-quarantine.ts'
import { releaseMail } from '../../src/flow/quarantine/release-mail.ts'
import { reconcileWithServer } from '../../src/flow/reconcile/reconcile-with-server.ts'
import { watchMailboxes } from '../../src/job/watch-mailboxes.ts'
import { mailboxLeases } from '../../src/store/mailbox-lease.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { buyerMail } from '../desk/buyer-mail.ts'
import { openTestDesk } from '../desk/test-desk.ts'
import { newTestMailbox } from '../desk/test-mailbox.ts'
import { until } from '../desk/until.ts'
import { openDovecot } from './dovecot/dovecot-server.ts'

const opened = new AsyncDisposableStack()
// Told of first, so that all that works with the desk is closed before it.
after(() => opened.disposeAsync())
const dovecot = opened.use(await openDovecot({ tls: false }))
const desk = await openTestDesk({ after })
const client = new Client(desk.database.connection('app'))
await client.connect()
opened.defer(() => client.end())
const watchers = opened.use(watchMailboxes(desk.receiving, { leases: mailboxLeases(client), failed: () => undefined }))

const SERVER = 'mx.shop.example'
const { signal } = new AbortController()

test('a mailbox agrees with its server; what went missing is fetched again, what was deleted there is gone', async () => {
  const shop = await openShop('agrees')
  await dovecot.deliver('agrees', [shop.mail('Eins'), shop.mail('Zwei'), shop.mail('Drei'), shop.mail('Vier')])
  await shop.fetched(4)

  const whole = await shop.reconcile()
  await asAdmin(desk.database, 'delete from arrival where mailbox_id = $1 and uid = 2', [shop.mailboxId])
  await dovecot.setSeen('agrees', 'all')
  await dovecot.expunge('agrees', 'uid 4')
  const mended = await shop.reconcile()

  assert.deepEqual([whole.counts.onServer, whole.counts.stored, whole.repaired, whole.agrees], [4, 4, 0, true])
  assert.deepEqual([mended.repaired, mended.agrees], [1, true])
  const { onServer, stored, repeated, gone } = mended.counts
  assert.deepEqual([onServer, stored, repeated, gone], [3, 3, 1, 1])
})

test('a server that numbers its mails anew is compared by its new numbers', async () => {
  const shop = await openShop('renumbered')
  await dovecot.deliver('renumbered', [shop.mail('Eins'), shop.mail('Zwei')])
  await shop.fetched(2)
  await dovecot.setUidValidity('renumbered', 4_242)
  await dovecot.dropConnections('renumbered')
  await shop.fetched(4)

  const outcome = await shop.reconcile()

  assert.deepEqual([outcome.counts.onServer, outcome.counts.repeated, outcome.earlier, outcome.agrees], [2, 2, 2, true])
})

test('a server that does not answer leaves the last comparison as it is', async () => {
  const shop = await openShop('silent')
  await dovecot.deliver('silent', [shop.mail('Eins')])
  await shop.fetched(1)
  await shop.reconcile()
  const { accountId } = shop
  await asAdmin(desk.database, 'update mailbox_source set port = 1 where mailbox_id = $1', [shop.mailboxId])

  const outcome = await reconcileWithServer(desk.receiving, { accountId, mailboxId: shop.mailboxId }, { signal })

  assert.deepEqual(outcome, { kind: 'not-reached', problem: 'refused' })
  const rows = await asAdmin(desk.database, 'select on_server from reconciliation where mailbox_id = $1', [
    shop.mailboxId,
  ])
  assert.deepEqual(rows, [{ on_server: 1 }])
})

test('a quarantined mail is let in from its server, and one that was deleted there is held again', async () => {
  const shop = await openShop('released')
  const forged = (text: string): string => `Authentication-Results: ${SERVER}; dmarc=fail\r\n${shop.mail(text)}`
  await shop.believe(SERVER)
  await dovecot.deliver('released', [forged('Eins'), forged('Zwei')])
  await shop.fetched(2)
  await dovecot.expunge('released', 'uid 2')

  const outcomes = await shop.releaseAll()

  assert.deepEqual(outcomes, [{ kind: 'released' }, { kind: 'held-again', problem: 'gone-from-server' }])
})

async function openShop(name: string) {
  const box = await newTestMailbox(desk, name)
  const { accountId, actor } = box.account
  const { host, port, security, user, password, folder } = dovecot.settings(name)
  let cases = 0

  return {
    accountId,
    mailboxId: box.id,
    mail(text: string): string {
      cases += 1
      const alias = `${name}${cases}`.padEnd(14, 'x')
      const token = `A0M${name}${cases}`.toUpperCase()
      return buyerMail({ to: box.account.mailbox, text, alias, messageToken: token, threadToken: `${token}T` })
    },
    believe: (server: string) => box.change({ authservIds: [server] }),
    /** Sets the source if there is none, and waits until so many mails are in the ledger. */
    async fetched(mails: number): Promise<void> {
      if ((await box.show()).source === undefined) await box.set({ host, port, security, user, password, folder })
      watchers.look()
      await until(`${mails} mails in the ledger`, async () => {
        const rows = await asAdmin(desk.database, 'select uid from arrival where mailbox_id = $1', [box.id])
        return rows.length === mails ? true : undefined
      })
    },
    async reconcile() {
      const outcome = await reconcileWithServer(desk.receiving, { accountId, mailboxId: box.id }, { signal })
      assert.ok(outcome.kind === 'reckoned')
      return outcome
    },
    async releaseAll() {
      const held = await listQuarantine(desk.parts, actor, { accountId, view: 'held' })
      assert.ok('items' in held)
      const ids = held.items.map(({ mail }) => mail.id).toSorted((a, b) => a - b)
      const outcomes = []
      for (const quarantineId of ids) {
        const decided = await decideQuarantine(desk.parts, actor, { accountId, quarantineId, decision: 'release' })
        assert.ok(decided.ok)
        const fetchAgain = fetchAgainByImap(desk.parts, { signal })
        outcomes.push(await releaseMail(desk.receiving, { accountId, quarantineId }, fetchAgain))
      }
      return outcomes
    },
  }
}
