import assert from 'node:assert/strict'
import { mkdir, readdir, readFile, readlink, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { copyBinaries } from '../../../src/store/server/copy-binaries.ts'
import { temporaryPlace } from './temporary-place.ts'

/** A package as npm leaves it when install scripts are blocked: the links are only listed. */
async function makePackage(root: string): Promise<void> {
  await mkdir(join(root, 'native', 'bin'), { recursive: true })
  await mkdir(join(root, 'native', 'lib', 'pkgconfig'), { recursive: true })
  await writeFile(join(root, 'native', 'bin', 'postgres'), 'program')
  await writeFile(join(root, 'native', 'lib', 'libpq.so.5.18'), 'library')
  await writeFile(join(root, 'native', 'lib', 'libpq.a'), 'for compilers')
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }]
  await writeFile(join(root, 'native', 'pg-symlinks.json'), JSON.stringify(links))
}

test('makes the library links that a blocked install script did not', async () => {
  await using place = await temporaryPlace()
  await makePackage(join(place.root, 'package'))

  await copyBinaries(join(place.root, 'package'), join(place.root, 'copy'))

  assert.equal(await readFile(join(place.root, 'copy', 'lib', 'libpq.so.5'), 'utf8'), 'library')
  assert.deepEqual((await readdir(join(place.root, 'copy', 'lib'))).toSorted(), ['libpq.so.5', 'libpq.so.5.18'])
})

test('links that an install script did make are replaced by ones into the copy', async () => {
  await using place = await temporaryPlace()
  const lib = join(place.root, 'package', 'native', 'lib')
  await makePackage(join(place.root, 'package'))
  await symlink(join(lib, 'libpq.so.5.18'), join(lib, 'libpq.so.5'))

  await copyBinaries(join(place.root, 'package'), join(place.root, 'copy'))

  assert.equal(await readlink(join(place.root, 'copy', 'lib', 'libpq.so.5')), 'libpq.so.5.18')
})
