import assert from 'node:assert/strict'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'

import { Fault } from '../../../src/base/fault.ts'
import { installBinaries } from '../../../src/store/server/binaries.ts'
import { openServer } from '../../../src/store/server/open-server.ts'
import { temporaryPlace } from './temporary-place.ts'

function isConfigFault(error: unknown): boolean {
  return error instanceof Fault && error.code === 'config.invalid'
}

test("a PostgreSQL of one's own is used in place of the bundled one", async () => {
  await using place = await temporaryPlace()
  const pgBinDir = await installBinaries(place.area, () => undefined)
  await chmod(place.area, 0o755)

  await using server = await openServer({ dataDir: join(place.root, 'data'), dataArea: '/nowhere', pgBinDir })

  assert.equal(server.kind, 'embedded')
})

test('a PostgreSQL of another major version is refused', async () => {
  await using place = await temporaryPlace()
  const pgBinDir = join(place.root, 'bin')
  await mkdir(pgBinDir)
  await writeFile(join(pgBinDir, 'postgres'), '#!/bin/sh\necho "postgres (PostgreSQL) 17.6"\n', { mode: 0o755 })

  await assert.rejects(openServer({ dataDir: join(place.root, 'data'), pgBinDir }), isConfigFault)
})

test('a folder without a PostgreSQL is refused', async () => {
  await using place = await temporaryPlace()

  await assert.rejects(openServer({ dataDir: join(place.root, 'data'), pgBinDir: place.root }), isConfigFault)
})
