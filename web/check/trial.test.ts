import assert from 'node:assert/strict'
import { test } from 'node:test'

import { EMPTY_TRIAL, fixed, takenBack, typed } from './trial.ts'

test('takes back one fix after the other, and then stays', () => {
  const trial = fixed(fixed(typed(EMPTY_TRIAL, 'a'), 'b'), 'c')

  const once = takenBack(trial)
  const twice = takenBack(once)

  assert.deepEqual([once.text, twice.text, takenBack(twice)], ['b', 'a', twice])
})

test('remembers no fix that changed nothing', () => {
  const trial = typed(EMPTY_TRIAL, 'a')

  assert.equal(fixed(trial, 'a'), trial)
})
