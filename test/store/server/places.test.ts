import assert from 'node:assert/strict'
import { chmod, mkdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { Fault } from '../../../src/base/fault.ts'
import { makePrivateFolder } from '../../../src/store/server/places.ts'
import { temporaryPlace } from './temporary-place.ts'

const uid = process.geteuid?.() ?? 0

function isRefused(error: unknown): boolean {
  return error instanceof Fault && error.code === 'config.invalid'
}

test('a private folder is made, and found again', async () => {
  await using place = await temporaryPlace()
  const folder = join(place.root, 'mine')

  await makePrivateFolder(folder, uid)

  await assert.doesNotReject(makePrivateFolder(folder, uid))
})

test('a folder that others may write in is refused', async () => {
  await using place = await temporaryPlace()
  const folder = join(place.root, 'open')
  await mkdir(folder)
  await chmod(folder, 0o777)

  await assert.rejects(makePrivateFolder(folder, uid), isRefused)
})

test('a folder of another user is refused', async () => {
  await using place = await temporaryPlace()

  await assert.rejects(makePrivateFolder(join(place.root, 'mine'), uid + 1), isRefused)
})

test('a link to a folder is refused', async () => {
  await using place = await temporaryPlace()
  await mkdir(join(place.root, 'real'), { mode: 0o700 })
  await symlink('real', join(place.root, 'link'))

  await assert.rejects(makePrivateFolder(join(place.root, 'link'), uid), isRefused)
})
