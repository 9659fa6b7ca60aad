import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Random } from '../../../base/random.ts'
import { backOffMs, IMAP_BACK_OFF } from './back-off.ts'

const LOWEST: Random = { bytes: (count) => new Uint8Array(count) }
const HIGHEST: Random = { bytes: (count) => new Uint8Array(count).fill(255) }

test('waits from a second up to a limit that doubles with each failure, five minutes at most', () => {
  assert.deepEqual(waits(LOWEST), [1_000, 1_000, 1_000, 1_000])
  assert.deepEqual(waits(HIGHEST), [2_000, 4_000, 300_000, 300_000])
})

test('waits long from the first time on where a password was refused, lest the account be locked', () => {
  assert.equal(backOffMs({ failures: 1, problem: 'login-refused' }, LOWEST), 150_000)
  assert.equal(backOffMs({ failures: 1, problem: 'login-refused' }, HIGHEST), 300_000)
})

test('takes other bounds', () => {
  assert.equal(backOffMs({ failures: 40, problem: 'dropped' }, HIGHEST, { firstMs: 5, mostMs: 50 }), 50)
})

function waits(random: Random): readonly number[] {
  return [1, 2, 9, 2_000].map((failures) => backOffMs({ failures, problem: 'dropped' }, random, IMAP_BACK_OFF))
}
