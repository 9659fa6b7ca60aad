import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { ImapFailure } from './failure.ts'
import { BATCH_LIMITS, fetchBatch, planBatches } from './batch.ts'
import type { ImapMail, ListedMail } from './mail.ts'

const MAX_BYTES = 25 * 1024 * 1024

describe('a plan of batches', () => {
  test('holds at most two hundred mails', () => {
    assert.deepEqual(sizesOfPlan(Array.from({ length: 450 }, () => 1)), [200, 200, 50])
  })

  test('holds at most sixteen megabytes, but a larger mail alone', () => {
    const megabytes = [10, 5, 2, 20, 1, 1]

    assert.deepEqual(sizesOfPlan(megabytes.map((size) => size * 1024 * 1024)), [2, 1, 1, 2])
  })

  test('counts nothing for a mail of which only the header is fetched', () => {
    assert.deepEqual(sizesOfPlan([MAX_BYTES + 1, MAX_BYTES + 1, 10]), [3])
  })

  test('is empty without mails', () => {
    assert.deepEqual(sizesOfPlan([]), [])
  })
})

describe('a batch', () => {
  test('is ascending, and its position is behind the last mail of the plan, there or not', async () => {
    const batch = await fetchBatch(
      serverWith([whole(3, 1), whole(1, 1)]),
      [listed(1, 1), listed(3, 1), listed(5, 1)],
      10,
    )

    assert.deepEqual([batch.mails.map(({ uid }) => uid), batch.lastUid, batch.uidValidity], [[1, 3], 5, 7])
  })

  test('of a server whose sizes are far from the truth is given up before memory is', async () => {
    const half = BATCH_LIMITS.memoryBytes / 2
    const server = serverWith([whole(1, half), whole(2, half), whole(3, 1)])

    await assert.rejects(
      fetchBatch(server, [listed(1, 1), listed(2, 1), listed(3, 1)], MAX_BYTES),
      (error) => error instanceof ImapFailure && error.problem === 'protocol',
    )
  })
})

function sizesOfPlan(sizes: readonly number[]): readonly number[] {
  const mails = sizes.map((sizeBytes, at) => listed(at + 1, sizeBytes))
  return [...planBatches(mails, { maxBytes: MAX_BYTES })].map(({ length }) => length)
}

function serverWith(mails: readonly ImapMail[]): Parameters<typeof fetchBatch>[0] {
  return {
    uidValidity: 7,
    async *fetch() {
      yield* mails
    },
  }
}

function listed(uid: number, sizeBytes: number): ListedMail {
  return { uid, internalDate: undefined, sizeBytes }
}

function whole(uid: number, sizeBytes: number): ImapMail {
  return { ...listed(uid, sizeBytes), bytes: new Uint8Array(sizeBytes) }
}
