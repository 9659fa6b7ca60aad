import assert from 'node:assert/strict'
import { chown, mkdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { startDesk } from './desk-process.ts'
import { ordinaryUser } from './ordinary-user.ts'
import { temporaryPlace } from './temporary-place.ts'

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
