import assert from 'node:assert/strict'
import { test } from 'node:test'

import { refuseMarkup } from './trusted-types.ts'

test('lets style rules through as they are', () => {
  assert.equal(refuseMarkup(':root{--gap:4px}'), ':root{--gap:4px}')
})

test('refuses anything that could be a tag', () => {
  assert.throws(() => refuseMarkup('<img src=x>'), TypeError)
})
