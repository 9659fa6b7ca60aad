import assert from 'node:assert/strict'
import { test } from 'node:test'

import { parseMarketplaceId } from './marketplace-id.ts'

test('keeps ids of the known shape and nothing else', () => {
  assert.equal(parseMarketplaceId('A1PA6795UKMFR9'), 'A1PA6795UKMFR9')
  assert.equal(parseMarketplaceId('ATVPDKIKX0DER'), 'ATVPDKIKX0DER')
  for (const other of ['4111111111111111', '4222222222222', 'A1PA 6795', 'lena@example.com', '', undefined]) {
    assert.equal(parseMarketplaceId(other), undefined)
  }
})
