import assert from 'node:assert/strict'
import { join } from 'node:path'
import { after, before, test } from 'node:test'

import { openServer } from '../../../src/store/server/open-server.ts'
import { holdDeskLock } from '../../../src/store/server/server-lock.ts'
import type { ServerEvent } from '../../../src/store/server/server-event.ts'
import { startDesk } from './desk-process.ts'
import { temporaryPlace, type TemporaryPlace } from './temporary-place.ts'

let place: TemporaryPlace
before(async () => {
  place = await temporaryPlace()
})
after(async () => place[Symbol.asyncDispose]())

test('the server of a killed desk is adopted by the next, with the desk lock free', async () => {
  const options = { dataDir: join(place.root, 'killed'), dataArea: place.area }
  const desk = await startDesk(options)
  assert.deepEqual([desk.report.adopted, desk.report.held], [false, true])

  await desk.kill()
  await using next = await startDesk(options)

  assert.deepEqual([next.report.adopted, next.report.held], [true, true])
})

test('an adopted server is stopped like one that was started', async () => {
  const options = { dataDir: join(place.root, 'adopted'), dataArea: place.area }
  await (await startDesk(options)).kill()
  await (await startDesk(options)).stop()

  await using third = await startDesk(options)

  assert.equal(third.report.adopted, false)
})

test('Ctrl-C in the terminal of the desk does not reach its database', async () => {
  const options = { dataDir: join(place.root, 'interrupted'), dataArea: place.area }
  await (await startDesk(options)).interrupt()

  await using next = await startDesk(options)

  assert.equal(next.report.adopted, true)
})

test('a second desk on a data directory is refused the lock and leaves the server to the first', async () => {
  const options = { dataDir: join(place.root, 'shared'), dataArea: place.area }
  const events: ServerEvent['kind'][] = []
  await using first = await startDesk(options)

  const server = await openServer({ ...options, log: (event) => events.push(event.kind) })
  const lock = await holdDeskLock(server.connection('admin'))
  await server.stop()
  await using third = await openServer(options)

  assert.equal(first.report.held, true)
  assert.equal(lock.held, false)
  assert.equal(events.at(-1), 'left-running')
  assert.equal(third.adopted, true)
})
