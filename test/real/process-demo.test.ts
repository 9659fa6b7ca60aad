import assert from 'node:assert/strict'
import { existsSync } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { until } from '../desk/until.ts'
import { temporaryPlace } from '../store/server/temporary-place.ts'
import { type DeskProcess, startDeskProcess } from '../process/desk-process.ts'
import { familyOf, runningIn, stillRunning } from '../process/processes.ts'
import { runSafereply } from '../process/run-safereply.ts'

const BUYERS = 12

test('the demo is ready with a dozen buyers, says so in one line of JSON, and leaves nothing behind', async () => {
  await using place = await temporaryPlace()
  const temporary = join(place.root, 'temporary')
  await mkdir(temporary, { mode: 0o711 })
  const desk = await startDeskProcess({ command: 'demo', environment: { TMPDIR: temporary } })
  const family = await familyOf(desk.pid)

  const inbox = await inboxOf(desk)
  const code = await desk.end('SIGTERM')

  assert.equal(inbox.length, BUYERS)
  assert.match(desk.stdout(), /^\{[^\n]+\}\n$/u)
  assert.ok(family.size > 3, 'PostgreSQL and the simulated Amazon ran')
  assert.equal(code, 0)
  assert.deepEqual(await stillRunning(family), [])
  assert.deepEqual(await runningIn(place.root), [])
  assert.deepEqual(await readdir(temporary), [])
  assert.ok(!existsSync(desk.ready.dataDir))
})

test('a desk that is killed is taken up again by the next, with all its conversations; a second one is refused', async () => {
  await using place = await temporaryPlace()
  const dataDir = join(place.root, 'data')
  const first = await startDeskProcess({ command: 'demo', dataDir })
  const before = await inboxOf(first)
  const family = await familyOf(first.pid)

  await first.end('SIGKILL')
  const left = await stillRunning(family)
  await using second = await startDeskProcess({ command: 'demo', dataDir })
  const after = await inboxOf(second)
  const refused = runSafereply(['start', '--json', '--port', '0', '--door-port', '0', '--data-dir', dataDir])
  const examined = runSafereply(['doctor', '--json'], { environment: { SAFEREPLY_DATA_DIR: dataDir } })
  const code = await second.end('SIGTERM')

  assert.ok(
    left.some(({ commandLine }) => commandLine.includes('postgres')),
    'the server outlives its desk',
  )
  assert.match(second.stderr(), /"kind":"adopted"/u)
  assert.equal(before.length, BUYERS)
  assert.deepEqual(after, before)
  assert.deepEqual([refused.code, refused.stdout], [3, ''])
  assert.match(refused.stderr, /A desk is already running on this data directory/u)
  assert.match(examined.stdout, /a desk is running on it/u)
  assert.equal(code, 0)
  await until('the processes of the killed desk to end', async () =>
    (await stillRunning(family)).length === 0 ? true : undefined,
  )
  assert.deepEqual(await runningIn(place.root), [])
  assert.ok(existsSync(dataDir))
})

test('start on an empty folder serves an empty inbox to the owner and to nobody else', async () => {
  await using place = await temporaryPlace()
  await using desk = await startDeskProcess({ command: 'start', dataDir: join(place.root, 'data') })
  const { url, token } = desk.ready

  const me = await desk.request('/me')
  const nobody = await fetch(`${url}/api/v1/me`)
  const stranger = await fetch(`${url}/api/v1/me`, { headers: { authorization: `Bearer ${token.replace(/./u, 'x')}` } })
  const ready = await fetch(`${url}/readyz`)

  assert.equal(me.status, 200)
  assert.deepEqual(((await me.json()) as { accounts: unknown[] }).accounts, [])
  assert.deepEqual([nobody.status, stranger.status, ready.status], [401, 401, 200])
  assert.match(desk.stderr(), /no mail server is set/u)
  assert.ok(!desk.stderr().includes(token))
  assert.equal(await desk.end('SIGINT'), 0)
})

/** What the first account's inbox shows, by id. */
async function inboxOf(desk: DeskProcess): Promise<readonly unknown[]> {
  const me = (await (await desk.request('/me')).json()) as { accounts: { id: string }[] }
  const [account] = me.accounts
  assert.ok(account)
  const page = await desk.request(`/accounts/${account.id}/conversations?view=all&limit=50`)
  const { items } = (await page.json()) as { items: { id: string }[] }
  return items.toSorted((one, other) => one.id.localeCompare(other.id))
}
