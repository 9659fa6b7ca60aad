import assert from 'node:assert/strict'
import test from 'node:test'

import { Fault } from '../../base/fault.ts'
import { parseMarketplaceId } from '../../model/marketplace-id.ts'
import { currentPack } from './current-pack.ts'
import json from './marketplaces-2026-11-23.json' with { type: 'json' }
import { marketplaceOf, marketplaceOfTld, marketplaces, readMarketplaces, sellerCentralTldOf } from './marketplaces.ts'

test('knows a marketplace for every relay the pack believes', () => {
  const missing = currentPack().marketplaceTlds.values.filter((tld) => !marketplaceOfTld(tld))

  assert.deepEqual(missing, [])
})

test('names each marketplace once, with an id of the known shape', () => {
  const ids = marketplaces().map(({ id }) => id)

  assert.equal(new Set(ids).size, ids.length)
  assert.deepEqual(
    ids.filter((id) => parseMarketplaceId(id) !== id),
    [],
  )
})

test('names a zone that the runtime knows for each marketplace', () => {
  const midnights = marketplaces().map(({ timeZone }) => new Intl.DateTimeFormat('en', { timeZone }).format(0))

  assert.equal(midnights.filter((day) => /^(?:1\/1\/1970|12\/31\/1969)$/u.test(day)).length, marketplaces().length)
})

test('finds a marketplace by its id and by the end of its addresses', () => {
  assert.equal(marketplaceOf('A1VC38T7YXB528')?.tld, 'co.jp')
  assert.equal(marketplaceOfTld('com.br')?.id, 'A2Q3Y263D00KWC')
  assert.equal(marketplaceOf(undefined), undefined)
})

test('tells where Seller Central of a marketplace is', () => {
  assert.equal(sellerCentralTldOf('A1F83G8C2ARO7P'), 'co.uk')
  assert.equal(sellerCentralTldOf('A0000000000000'), undefined)
})

test('refuses a damaged file and names the place', () => {
  const damaged = { ...json, marketplaces: [{ ...json.marketplaces[0], tld: '' }] }

  assert.throws(
    () => readMarketplaces(damaged),
    (error) => error instanceof Fault && error.detail === 'marketplaces.0.tld is missing or no text',
  )
})
