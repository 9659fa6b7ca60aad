import assert from 'node:assert/strict'
import { test } from 'node:test'

import { assertAtMostOnce, killRounds } from '../process/kill-rounds.ts'

test('a reply whose desk is killed while it is sent leaves at most once', async (t) => {
  // With a second to undo, the first desk is killed for certain before it begins.
  const tally = await killRounds(['queued', 'dot'], { undoSeconds: 1, waitsForJobs: false })

  t.diagnostic(assertAtMostOnce(tally))
  assert.deepEqual(tally.rounds, [
    { moment: 'queued', state: 'sent', taken: 1 },
    { moment: 'dot', state: 'unknown', taken: 1 },
  ])
})
