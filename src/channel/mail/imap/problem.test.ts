import assert from 'node:assert/strict'
import { test } from 'node:test'
import { IMAP_PROBLEMS, problemWords } from './problem.ts'

test('every problem says in whole sentences what is wrong and what to do', () => {
  assert.equal(IMAP_PROBLEMS.length, 12)
  for (const problem of IMAP_PROBLEMS) {
    const { says, remedy } = problemWords(problem)
    assert.match(says, /^[A-Z].*\.$/u)
    assert.match(remedy, /^[A-Z].*\.$/u)
  }
})

test('a refused login points to app passwords, which is what most need', () => {
  assert.match(problemWords('login-refused').remedy, /app password/u)
})
