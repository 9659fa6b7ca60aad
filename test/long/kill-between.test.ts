import { randomInt } from 'node:crypto'
import { test } from 'node:test'

import { MOMENTS } from '../desk/smtp-stage.ts'
import { assertAtMostOnce, type KillMoment, killRounds } from '../process/kill-rounds.ts'

const ROUNDS = 30

test('no reply leaves twice in thirty rounds of kill -9 while it is sent', async (t) => {
  const all: readonly KillMoment[] = ['queued', ...MOMENTS]
  const moments = Array.from({ length: ROUNDS }, () => all[randomInt(all.length)] ?? 'dot')

  const tally = await killRounds(moments, { undoSeconds: 0, waitsForJobs: true })

  for (const { moment, state, taken } of tally.rounds) t.diagnostic(`killed at ${moment}: ${state}, taken ${taken}`)
  t.diagnostic(assertAtMostOnce(tally))
})
