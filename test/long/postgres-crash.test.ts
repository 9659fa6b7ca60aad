import assert from 'node:assert/strict'
import { test } from 'node:test'

import { crashRounds } from '../store/server/crash-rounds.ts'

test('no acknowledged row is lost in thirty rounds of kill -9 while writing', async (t) => {
  const { acknowledged, lost } = await crashRounds(30)

  t.diagnostic(`${acknowledged} rows acknowledged, ${lost} lost`)
  assert.ok(acknowledged >= 12_000)
  assert.equal(lost, 0)
})
