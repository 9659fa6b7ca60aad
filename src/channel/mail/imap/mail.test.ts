import assert from 'node:assert/strict'
import { test } from 'node:test'
import { uidSet } from './mail.ts'

test('writes neighbours as a range and others apart', () => {
  assert.equal(uidSet([1, 2, 3, 7, 9, 10]), '1:3,7,9:10')
  assert.equal(uidSet([4_294_967_295]), '4294967295')
  assert.equal(uidSet([]), '')
})
