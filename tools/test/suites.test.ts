import assert from 'node:assert/strict'
import { matchesGlob } from 'node:path'
import { describe, it } from 'node:test'

import { findSuite, suiteArguments } from './suites.ts'

function takes(name: string, path: string): boolean {
  const { files, without } = findSuite(name)
  return files.some((glob) => matchesGlob(path, glob)) && !without.some((glob) => matchesGlob(path, glob))
}

describe('findSuite', () => {
  it('keeps real and long tests out of the whole ones', () => {
    assert.equal(takes('whole', 'test/store/inbox.test.ts'), true)
    assert.equal(takes('whole', 'test/real/postfix.test.ts'), false)
    assert.equal(takes('whole', 'test/long/crash.test.ts'), false)
  })

  it('takes the tests beside the sources as unit tests', () => {
    assert.equal(takes('unit', 'src/policy/gate/pass-gate.test.ts'), true)
    assert.equal(takes('unit', 'test/store/inbox.test.ts'), false)
  })

  it('refuses a suite that does not exist', () => {
    assert.throws(() => findSuite('everything'), RangeError)
  })
})

describe('suiteArguments', () => {
  it('gives the shared set-up to tests with real parts only', () => {
    assert.ok(suiteArguments(findSuite('whole')).includes('--test-global-setup=test/setup.ts'))
    assert.deepEqual(suiteArguments(findSuite('unit')), ['--test', '--test-isolation=none'])
  })
})
