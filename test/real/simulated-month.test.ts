import { randomInt } from 'node:crypto'
import { test } from 'node:test'

import { assertTrueMonth } from '../month/assert-true-month.ts'

const CONVERSATIONS = 300

test('in a month of three hundred conversations no lost reply counts as an answer, and the figure is Amazon’s', async (t) => {
  await assertTrueMonth(t, { conversations: CONVERSATIONS, seed: randomInt(2 ** 31) })
})
