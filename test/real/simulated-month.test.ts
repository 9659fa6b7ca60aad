import { randomInt } from 'node:crypto'
import { test } from 'node:test'

import { assertTrueMonth } from '../month/assert-true-month.ts'

test('in a month of three hundred conversations no lost reply counts as an answer, and the figure is Amazon’s', async (t) => {
  await assertTrueMonth(t, { shops: 2, conversations: 150, seed: randomInt(2 ** 31) })
})
