import { test } from 'node:test'

import { assertNothingLost, faultRounds } from './faults/fault-rounds.ts'

const MAILS = 10_000

test('of ten thousand mails none is lost or doubled, whatever breaks on the way', async (t) => {
  const tally = await faultRounds(MAILS)

  t.diagnostic(assertNothingLost(tally))
})
