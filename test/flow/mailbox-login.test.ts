import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { after, test, type TestContext } from 'node:test'

import { Fault } from '../../src/base/fault.ts'
import { openSource } from '../../src/flow/mailbox/open-source.ts'
import { asAdmin } from '../desk/as-admin.ts'
import { openTestDesk } from '../desk/test-desk.ts'
import { newTestMailbox, TEST_SOURCE } from '../desk/test-mailbox.ts'

const desk = await openTestDesk({ after })

test('uses the stored password for the same server and user alone', async () => {
  const box = await newTestMailbox(desk, 'stored')
  await box.set()

  const outcomes = [
    await box.trySet({ password: undefined, folder: 'Amazon' }),
    await box.trySet({ password: undefined, port: 143, security: 'starttls' }),
    await box.trySet({ password: undefined, host: 'imap.elsewhere.example' }),
    await box.trySet({ password: undefined, user: 'anderer@shop.example' }),
  ]

  assert.deepEqual(outcomes, ['set', 'set', 'password-needed', 'password-needed'])
  assert.equal((await openSource(desk.parts, await box.watched()))?.password, TEST_SOURCE.password)
})

test('a trial sends the stored password to no other server, and without TLS to no other port', async (t) => {
  const box = await newTestMailbox(desk, 'trial')
  const [server, listener] = [await listen(t), await listen(t)]
  await box.set({ host: '127.0.0.1', port: server.port, security: 'none' })

  const elsewhere = await box.try({ host: 'localhost', port: server.port, security: 'none', password: undefined })
  const otherPort = await box.try({ host: '127.0.0.1', port: listener.port, security: 'none', password: undefined })
  const otherUser = await box.try({
    host: '127.0.0.1',
    port: server.port,
    security: 'none',
    user: 'mallory',
    password: undefined,
  })

  assert.deepEqual(
    [elsewhere, otherPort, otherUser].map(({ trial }) => (trial.ok ? 'ok' : trial.problem)),
    ['password-needed', 'password-needed', 'password-needed'],
  )
  assert.deepEqual([server.connections(), listener.connections()], [0, 0])
})

test('a source whose row was changed to another server does not open, so that its password goes nowhere', async () => {
  const box = await newTestMailbox(desk, 'changed-row')
  await box.set()
  const watched = await box.watched()

  await asAdmin(desk.database, `update mailbox_source set host = 'imap.elsewhere.example' where mailbox_id = $1`, [
    box.id,
  ])

  await assert.rejects(
    openSource(desk.parts, watched),
    (error) => error instanceof Fault && error.code === 'seal.open-failed',
  )
  assert.equal((await box.show()).source?.user, undefined)
  assert.equal(await box.trySet({ host: 'imap.elsewhere.example', password: undefined }), 'password-needed')
})

test('refuses to fetch without TLS beyond this machine', async () => {
  const box = await newTestMailbox(desk, 'unsafe')

  const outcomes = [
    await box.trySet({ security: 'none' }),
    await box.trySet({ security: 'none', host: '127.0.0.1.shop.example' }),
    await box.trySet({ security: 'none', host: '127.0.0.1' }),
  ]

  assert.deepEqual(outcomes, ['not-safe', 'not-safe', 'set'])
})

/** A server on loopback that greets nobody and counts who comes. */
async function listen(t: TestContext) {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => server.close())
  const address = server.address()
  assert.ok(address !== null && typeof address === 'object')
  return { port: address.port, connections: () => connections }
}
