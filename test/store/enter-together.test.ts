import assert from 'node:assert/strict'
import { test } from 'node:test'

import { systemRandom } from '../../src/seal/system-random.ts'
import { enterAsDesk } from '../../src/store/enter-server.ts'
import { testDatabase } from '../database.ts'
import { temporaryFolder } from '../desk/temporary-folder.ts'

const DESKS = 8
const TIMES = 5

test('desks that start at the same moment on one database all enter it', async () => {
  await using opened = new AsyncDisposableStack()
  const database = opened.use(await testDatabase())
  const { user, host, port, database: name, password = '' } = database.connection('admin')
  const databaseUrl = `postgresql://${user}:${encodeURIComponent(password)}@${encodeURIComponent(host)}:${port}/${name}`
  const folder = await temporaryFolder(opened)
  const enter = async (): Promise<void> => {
    await using _entered = await enterAsDesk({
      dataDir: folder,
      dataArea: folder,
      databaseUrl,
      random: systemRandom,
      log: () => undefined,
    })
  }

  for (let time = 0; time < TIMES; time += 1) {
    const entered = await Promise.allSettled(Array.from({ length: DESKS }, enter))

    assert.deepEqual(
      entered.filter(({ status }) => status === 'rejected'),
      [],
    )
  }
})
