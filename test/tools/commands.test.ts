import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { readCommand } from '../../tools/command.ts'

describe('tools/test.ts', () => {
  it('refuses a suite that does not exist', async () => {
    const { exitCode, output } = await readCommand(['node', 'tools/test.ts', 'everything'])

    assert.equal(exitCode, 1)
    assert.match(output, /no suite is called everything/u)
  })
})

describe('bin/node-version.cjs', () => {
  it('lets the Node of this repository pass', async () => {
    const { exitCode, output } = await readCommand(['node', '-r', './bin/node-version.cjs', '-e', ''])

    assert.deepEqual({ exitCode, output }, { exitCode: 0, output: '' })
  })

  it('ends an older Node with one sentence and exit code 3', async () => {
    const pretend =
      "Object.defineProperty(process.versions, 'node', { value: '20.19.0' }); require('./bin/node-version.cjs')"

    const { exitCode, output } = await readCommand(['node', '-e', pretend])

    assert.equal(exitCode, 3)
    assert.match(output, /^Safereply needs Node 24 .+ try again\.\n$/u)
  })
})
