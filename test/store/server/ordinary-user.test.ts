import assert from 'node:assert/strict'
import { chown, mkdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { readPasswd } from '../../../src/store/server/run-as.ts'
import { startDesk } from './desk-process.ts'
import { temporaryPlace } from './temporary-place.ts'

/** A user who is not root: `nobody` when the tests run as root, else whoever runs them. */
async function ordinaryUser(): Promise<{ uid: number; gid: number }> {
  const uid = process.geteuid?.() ?? 0
  if (uid !== 0) return { uid, gid: process.getegid?.() ?? 0 }
  const nobody = readPasswd(await readFile('/etc/passwd', 'utf8')).find(({ name }) => name === 'nobody')
  assert.ok(nobody)
  return { uid: nobody.uid, gid: nobody.gid }
}

test('an ordinary user without a home starts, is killed, and finds the server again', async () => {
  await using place = await temporaryPlace()
  const user = await ordinaryUser()
  const own = join(place.root, 'own')
  await mkdir(own)
  await chown(own, user.uid, user.gid)
  const environment = { HOME: '/nonexistent', TMPDIR: own }
  const options = { dataDir: join(own, 'data'), user, environment }

  const desk = await startDesk(options)
  await desk.kill()
  await using next = await startDesk(options)

  assert.deepEqual(desk.report, { adopted: false, held: true, uid: user.uid })
  assert.deepEqual(next.report, { adopted: true, held: true, uid: user.uid })
  assert.ok((await stat(join(own, `safereply-${user.uid}`))).isDirectory())
})
