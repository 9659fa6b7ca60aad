import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { installOnce } from '../../../src/store/server/install-once.ts'
import { temporaryPlace } from './temporary-place.ts'

test('a folder whose filling fails is not there, nor are its remains', async () => {
  await using place = await temporaryPlace()
  const target = join(place.root, 'folder')

  await assert.rejects(
    installOnce(target, async (staging) => {
      await writeFile(join(staging, 'half'), '')
      throw new Error('disk full')
    }),
    /disk full/u,
  )

  assert.deepEqual(await readdir(place.root), [])
})

test('of two that fill the same folder one wins and both go on', async () => {
  await using place = await temporaryPlace()
  const target = join(place.root, 'folder')

  const made = await Promise.all([
    installOnce(target, (staging) => writeFile(join(staging, 'by'), 'one')),
    installOnce(target, (staging) => writeFile(join(staging, 'by'), 'other')),
  ])

  assert.equal(made.filter(Boolean).length, 1)
  assert.equal(await readFile(join(target, 'by'), 'utf8'), made[0] ? 'one' : 'other')
  assert.deepEqual(await readdir(place.root), ['folder'])
})

test('what a dead process left half filled is removed, and what a living one fills is not', async () => {
  await using place = await temporaryPlace()
  await mkdir(join(place.root, 'folder.new-dead'))
  await utimes(join(place.root, 'folder.new-dead'), 0, 0)
  await mkdir(join(place.root, 'folder.new-living'))

  await installOnce(join(place.root, 'folder'), (staging) => writeFile(join(staging, 'file'), ''))

  assert.deepEqual((await readdir(place.root)).toSorted(), ['folder', 'folder.new-living'])
})
