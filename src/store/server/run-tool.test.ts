import assert from 'node:assert/strict'
import { test } from 'node:test'

import { lastWords } from './run-tool.ts'

test('the last words of a program are the last line that names an error', () => {
  const output =
    'LOG:  starting\nFATAL:  lock file "postmaster.pid" already exists\nLOG:  database system is shut down\n'

  assert.equal(lastWords(output), 'FATAL:  lock file "postmaster.pid" already exists')
})

test('without an error they are the last line, and nothing for silence', () => {
  assert.equal(lastWords('one\ntwo\n'), 'two')
  assert.equal(lastWords(''), '')
})
