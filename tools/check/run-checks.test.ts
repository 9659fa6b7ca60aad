import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import type { CommandOutcome } from '../command.ts'
import { runChecks } from './run-checks.ts'

const checks = ['a', 'b', 'c'].map((name) => ({ name, command: [name] }))

function outcomes(red: readonly string[]): (command: readonly string[]) => Promise<CommandOutcome> {
  return async ([name = '']) => ({ exitCode: red.includes(name) ? 1 : 0, output: `${name} spoke\n` })
}

describe('runChecks', () => {
  it('names the red checks and goes on after them', async () => {
    const lines: string[] = []

    const red = await runChecks(checks, { atOnce: 2, run: outcomes(['a']), say: (line) => lines.push(line) })

    assert.deepEqual(red, ['a'])
    assert.equal(lines.length, 4)
    assert.equal(lines.at(-1), 'Red: a.')
  })

  it('says that all are green', async () => {
    const lines: string[] = []

    const red = await runChecks(checks, { atOnce: 2, run: outcomes([]), say: (line) => lines.push(line) })

    assert.deepEqual(red, [])
    assert.equal(lines.at(-1), 'All 3 checks are green.')
  })

  it('never runs more at once than it was told', async () => {
    let running = 0
    let most = 0
    const run = async (): Promise<CommandOutcome> => {
      most = Math.max(most, ++running)
      await Promise.resolve()
      running -= 1
      return { exitCode: 0, output: '' }
    }

    await runChecks(checks, { atOnce: 2, run, say: () => {} })

    assert.equal(most, 2)
  })

  it('refuses to be green about nothing', async () => {
    await assert.rejects(runChecks([], { atOnce: 2, run: outcomes([]), say: () => {} }), RangeError)
  })
})
