import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseRelayAddress } from '../../src/model/relay-address.ts'
import { seededRandom } from './random.ts'
import { createTokens } from './tokens.ts'

test('aliases and case ids make addresses that the model accepts', () => {
  const tokens = createTokens(seededRandom(1))

  for (let round = 0; round < 50; round += 1) {
    const address = `${tokens.alias()}+${tokens.caseId()}@marketplace.amazon.de`
    assert.equal(parseRelayAddress(address, ['de']), address)
  }
})

test('the same seed gives the same tokens, another seed others', () => {
  const first = createTokens(seededRandom(7)).link()

  assert.equal(createTokens(seededRandom(7)).link(), first)
  assert.notEqual(createTokens(seededRandom(8)).link(), first)
})

test('a Message-ID tells its time and is never given twice', () => {
  const tokens = createTokens(seededRandom(1))
  const at = new Date('2026-11-24T09:00:00Z')
  const ids = Array.from({ length: 50 }, () => tokens.mailId(at))

  assert.equal(new Set(ids).size, 50)
  assert.match(
    ids[0] ?? '',
    new RegExp(`^<0102${at.getTime().toString(16).padStart(12, '0')}-[0-9a-f-]{36}-0{6}@`, 'u'),
  )
})

test('a long draw is as random as a short one', () => {
  const bytes = seededRandom(1).bytes(100)

  assert.equal(bytes.length, 100)
  assert.notDeepEqual(bytes.subarray(0, 32), bytes.subarray(32, 64))
})
