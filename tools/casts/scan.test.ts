import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { scanCasts } from './scan.ts'

describe('scanCasts', () => {
  it('names a cast without a proof', () => {
    const casts = scanCasts('src/a.ts', 'const a = 1\nconst b = a as Id\nconst c = <Id>a')
    assert.deepEqual(
      casts.map((cast) => cast.line),
      [2, 3],
    )
  })

  it('lets a proven cast pass', () => {
    assert.deepEqual(scanCasts('src/a.ts', 'const b = a as Id // proof: checked above'), [])
  })

  it('asks for words in the comment', () => {
    assert.equal(scanCasts('src/a.ts', 'const b = a as Id //').length, 1)
  })

  it('does not mind `as const` and renamed imports', () => {
    assert.deepEqual(scanCasts('src/a.ts', `import { a as b } from './b.ts'\nconst list = [b] as const`), [])
  })
})
