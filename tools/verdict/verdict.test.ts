import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { verdictOf } from './verdict.ts'

describe('verdictOf', () => {
  it('is green when enough was seen and nothing is wrong', () => {
    const verdict = verdictOf({ name: 'imports', seen: 40, fewest: 40, breaches: [] })
    assert.deepEqual(verdict, { lines: ['imports: 40 seen, 0 to mend'], exitCode: 0 })
  })

  it('is red when it saw too little', () => {
    const verdict = verdictOf({ name: 'imports', seen: 0, fewest: 40, breaches: [] })
    assert.equal(verdict.exitCode, 1)
  })

  it('is red with every breach and a last line that counts them', () => {
    const verdict = verdictOf({ name: 'casts', seen: 50, fewest: 40, breaches: ['a', 'b'], figures: 'median 3' })
    assert.deepEqual(verdict, { lines: ['a', 'b', 'casts: 50 seen, 2 to mend; median 3'], exitCode: 1 })
  })
})
