import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { scanSource } from './scan.ts'

function wordsIn(path: string, text: string): readonly string[] {
  return scanSource(path, text).map((breach) => breach.word)
}

describe('scanSource', () => {
  it('names a clock that was not handed in', () => {
    const text = 'const a = Date.now()\nconst b = new Date()\nconst c = Date()'
    assert.deepEqual(wordsIn('src/flow/receive.ts', text), ['Date.now', 'new Date()', 'Date()'])
  })

  it('lets a date of a given instant pass', () => {
    assert.deepEqual(wordsIn('src/flow/receive.ts', 'const a = new Date(ms)'), [])
  })

  it('names randomness, however it was reached', () => {
    const text = `import { randomUUID } from 'node:crypto'\nconst a = Math.random()\nconst b = crypto.getRandomValues(bytes)`
    const words = wordsIn('src/store/account.ts', text)
    assert.deepEqual(words, ['randomUUID', 'Math.random', 'getRandomValues'])
  })

  it('names a reader of the environment', () => {
    const text = `import { env } from 'node:process'\nconst a = process.env\nconst b = process['env']`
    assert.deepEqual(wordsIn('src/http/server.ts', text), ['node:process', 'process.env', 'process.env'])
  })

  it('lets the owner write its word', () => {
    assert.deepEqual(wordsIn('src/config.ts', 'const a = process.env'), [])
    assert.deepEqual(wordsIn('src/base/clock.ts', 'const a = new Date()'), [])
  })

  it('names anybody but the gate who clears a reply', () => {
    const text = `import { markCleared as trust } from '../../src/policy/gate/cleared-reply.ts'`
    assert.deepEqual(wordsIn('src/flow/send-reply.ts', text), ['markCleared'])
    assert.deepEqual(wordsIn('src/policy/gate/pass-gate.ts', text), [])
  })

  it('does not mind a word in a comment', () => {
    assert.deepEqual(wordsIn('src/flow/receive.ts', '// Date.now() is not called here\n/* randomUUID */'), [])
  })

  it('gives the line and the remedy', () => {
    const [breach] = scanSource('src/flow/receive.ts', '\n\nexport const at = Date.now()')
    assert.equal(breach?.line, 3)
    assert.match(breach?.remedy ?? '', /Clock/u)
  })
})
