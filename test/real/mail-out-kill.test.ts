import { randomInt } from 'node:crypto'
import { test } from 'node:test'

import { assertOnceAndTrue, outgoingRounds } from '../process/outgoing-rounds.ts'
import { assertPostfix } from './postfix/postfix-server.ts'

const ROUNDS = 25

assertPostfix()

test('whoever delivers replies and is killed, each leaves at most once and is where the desk says', async (t) => {
  const seed = Number(process.env['SEED'] ?? randomInt(2 ** 31))
  t.diagnostic(`SEED=${seed}`)

  t.diagnostic(assertOnceAndTrue(await outgoingRounds(ROUNDS, seed)))
})
