import assert from 'node:assert/strict'
import { test } from 'node:test'

import { crashRounds } from './crash-rounds.ts'

test('no acknowledged row is lost when the server is killed with -9 while writing', async () => {
  const { acknowledged, lost } = await crashRounds(3)

  assert.ok(acknowledged >= 1_200)
  assert.equal(lost, 0)
})
