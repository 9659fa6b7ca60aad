import { randomInt } from 'node:crypto'
import { test } from 'node:test'

import { assertTrueMonth } from '../month/assert-true-month.ts'

test('in a month of ten thousand conversations no lost reply counts as an answer, and the figure is Amazon’s', async (t) => {
  await assertTrueMonth(t, { shops: 4, conversations: 2_500, seed: randomInt(2 ** 31) })
})
