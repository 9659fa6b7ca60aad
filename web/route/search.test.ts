import assert from 'node:assert/strict'
import { test } from 'node:test'

import { readQuarantineSearch, readSearch } from './search.ts'

test('reads the view of an address', () => {
  assert.deepEqual(readSearch({ view: 'waiting' }), { view: 'waiting' })
})

test('leaves out a view that does not exist', () => {
  assert.deepEqual(readSearch({ view: 'everything' }), {})
  assert.deepEqual(readSearch({}), {})
})

test('reads which mails set aside are meant', () => {
  assert.deepEqual(readQuarantineSearch({ state: 'decided' }), { state: 'decided' })
  assert.deepEqual(readQuarantineSearch({ state: ['held'] }), {})
})
