import { test } from 'node:test'

import { assertNothingLost, faultRounds } from '../real/faults/fault-rounds.ts'

const MAILS = 100_000

test('of a hundred thousand mails none is lost or doubled, whatever breaks on the way', async (t) => {
  const tally = await faultRounds(MAILS)

  t.diagnostic(assertNothingLost(tally))
})
