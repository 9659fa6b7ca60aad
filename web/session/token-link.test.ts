import assert from 'node:assert/strict'
import { test } from 'node:test'

import { readToken } from './token-link.ts'

const token = 'sr_AbCdEf0123456789'

test('reads the fragment of the address bar', () => {
  assert.equal(readToken(`#token=${token}`), token)
})

test('reads a whole pasted link', () => {
  assert.equal(readToken(`  http://desk.example.test:8080/#token=${token}\n`), token)
})

test('reads a bare token', () => {
  assert.equal(readToken(token), token)
})

test('finds none in a link without one', () => {
  assert.equal(readToken('http://desk.example.test/'), undefined)
  assert.equal(readToken('#section'), undefined)
  assert.equal(readToken(''), undefined)
})
