import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { after, test, type TestContext } from 'node:test'

import { Client } from 'pg'

import { type MailboxWatchers, watchMailboxes } from '../../src/job/watch-mailboxes.ts'
import type { MailboxWatch } from '../../src/model/mailbox-source.ts'
import { openCage } from '../../src/parse/cage.ts'
import { mailboxLeases } from '../../src/store/mailbox-lease.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { openTestDesk } from '../desk/test-desk.ts'
import { newTestMailbox, type TestMailbox } from '../desk/test-mailbox.ts'
import { until } from '../desk/until.ts'

const desk = await openTestDesk({ after })

const NOBODY = { host: '127.0.0.1', port: 1, security: 'none' } as const

test('each mailbox that fails is shown with what is wrong and when it is tried again', async () => {
  const [refused, silent] = [await newTestMailbox(desk, 'refused'), await newTestMailbox(desk, 'silent')]
  await using server = await openDroppingServer()
  await refused.set(NOBODY)
  await silent.set({ ...NOBODY, port: server.port })

  await using _watchers = await watch()
  const one = await fails(refused)
  const other = await fails(silent)

  assert.deepEqual([one.problem, other.problem], ['refused', 'dropped'])
  assert.ok(one.retryAt && one.retryAt >= one.since)
})

test('a mailbox that goes on failing has failed since the first time', async () => {
  const box = await newTestMailbox(desk, 'again')
  await box.set(NOBODY)

  await using _watchers = await watch()
  const first = await fails(box)
  const later = await fails(box, ({ seenAt }) => seenAt > first.seenAt)

  assert.deepEqual(later.since, first.since)
  assert.ok(later.retryAt && first.retryAt && later.retryAt > first.retryAt)
})

test('a login that cannot be opened is shown, nothing is connected, and setting it anew is tried at once', async () => {
  const box = await newTestMailbox(desk, 'unreadable')
  await using server = await openDroppingServer()
  await box.set({ ...NOBODY, port: server.port })
  await asAdmin(desk.database, `update mailbox_source set login_sealed = '\\x00' where mailbox_id = $1`, [box.id])

  const failed: unknown[] = []
  await using watchers = await watch((error) => failed.push(error))
  const unreadable = await fails(box)
  const before = server.connections()
  await box.set({ ...NOBODY, port: server.port })
  watchers.look()
  await fails(box, ({ problem }) => problem === 'dropped')

  assert.equal(unreadable.problem, 'login-unreadable')
  assert.equal(before, 0)
  assert.ok(failed.length > 0)
})

test('a source that is removed is not watched any more, and the others are', async () => {
  const [box, other] = [await newTestMailbox(desk, 'gone'), await newTestMailbox(desk, 'stays')]
  await using server = await openDroppingServer()
  await box.set({ ...NOBODY, port: server.port })
  await other.set(NOBODY)
  await using watchers = await watch()
  await fails(box)
  const { seenAt } = await fails(other)

  await box.remove()
  watchers.look()
  await fails(other, (watched) => watched.seenAt > seenAt)
  const connections = server.connections()
  await other.set({ ...NOBODY, folder: 'Amazon' })
  watchers.look()
  await fails(other)

  assert.equal((await box.show()).watch, undefined)
  assert.equal(server.connections(), connections)
})

test('a mailbox that another process fetches is left to it', async () => {
  const box = await newTestMailbox(desk, 'shared')
  await using server = await openDroppingServer()
  await box.set({ ...NOBODY, port: server.port })
  const other = new Client(desk.database.connection('app'))
  await other.connect()
  const theirs = mailboxLeases(other)
  assert.equal(await theirs.take(box.id), true)

  const witness = await newTestMailbox(desk, 'witness')
  await witness.set(NOBODY)
  const watchers = await watch()
  await fails(witness)
  await watchers[Symbol.asyncDispose]()
  const whileTheirs = server.connections()
  await other.end()
  await using _again = await watch()
  await fails(box)

  assert.equal(whileTheirs, 0)
})

test('stops in the middle of a connection that says nothing', async (t) => {
  const box = await newTestMailbox(desk, 'hanging')
  const hanging = await openHangingServer(t)
  await box.set({ ...NOBODY, port: hanging.port })
  const watchers = await watch()
  await hanging.met

  const from = performance.now()
  await watchers[Symbol.asyncDispose]()

  assert.ok(performance.now() - from < 5_000)
})

/** Watches all mailboxes of the desk as a process of its own does, with a cage that stays empty. */
async function watch(failed: (error: unknown) => void = () => undefined): Promise<MailboxWatchers> {
  const opened = new AsyncDisposableStack()
  const client = new Client(desk.database.connection('app'))
  await client.connect()
  opened.defer(() => client.end())
  const receiving = { ...desk.parts, cage: opened.use(openCage({ workers: 1 })), resolveTxt: () => Promise.resolve([]) }
  const watchers = opened.use(watchMailboxes(receiving, { leases: mailboxLeases(client), failed }))
  return { look: () => watchers.look(), [Symbol.asyncDispose]: () => opened.disposeAsync() }
}

async function fails(box: TestMailbox, isSo: (watch: MailboxWatch) => boolean = () => true): Promise<MailboxWatch> {
  return until('the mailbox to fail', async () => {
    const shown = (await box.show()).watch
    return shown?.state === 'failing' && isSo(shown) ? shown : undefined
  })
}

/** A server that takes every connection and ends it without a word. */
async function openDroppingServer() {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  return {
    port: address.port,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.close()
      await once(server, 'close')
    },
  }
}

/** A server that takes a connection and never says a word; `met` resolves at the first. */
async function openHangingServer(t: TestContext) {
  const { promise: met, resolve } = Promise.withResolvers<void>()
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    resolve()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  return { port: address.port, met }
}
