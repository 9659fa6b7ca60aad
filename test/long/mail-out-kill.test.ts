import { randomInt } from 'node:crypto'
import { test } from 'node:test'

import { assertOnceAndTrue, outgoingRounds } from '../process/outgoing-rounds.ts'
import { assertPostfix } from '../real/postfix/postfix-server.ts'

const ROUNDS = 1_000

assertPostfix()

test('in a thousand rounds of kill -9 each reply leaves at most once and is where the desk says', async (t) => {
  const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31))
  t.diagnostic(`SEED=${seed}`)

  t.diagnostic(assertOnceAndTrue(await outgoingRounds(ROUNDS, seed)))
})
