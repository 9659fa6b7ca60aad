import assert from 'node:assert/strict'
import { test } from 'node:test'
import { LARGEST_UID, type ListedMail } from './mail.ts'
import { listAbove } from './windows.ts'

test('asks for five thousand at a time where mails lie close, and leaves the end open', async () => {
  const { asked } = await listed({ uids: range(1, 12_000), uidNext: 12_001, lastUid: 0 })

  assert.deepEqual(asked, [
    [1, 5_000],
    [5_001, 10_000],
    [10_001, LARGEST_UID],
  ])
})

test('begins above the last UID and gives every mail once', async () => {
  const { found } = await listed({ uids: range(1, 12_000), uidNext: 12_001, lastUid: 7_000 })

  assert.deepEqual(found, range(7_001, 12_000))
})

test('crosses a gap of four billion in a few questions, and goes on in small steps behind it', async () => {
  const behind = range(3_900_000_000, 3_900_020_000)
  const { asked, found } = await listed({ uids: [1, ...behind], uidNext: 4_000_000_000, lastUid: 0 })

  assert.deepEqual(found, [1, ...behind])
  assert.ok(asked.length < 20, `${asked.length} questions`)
})

test('asks once where nothing new is known of', async () => {
  assert.deepEqual((await listed({ uids: [5], uidNext: 6, lastUid: 5 })).asked, [[6, LARGEST_UID]])
})

test('asks nothing above the largest UID', async () => {
  assert.deepEqual((await listed({ uids: [], uidNext: undefined, lastUid: LARGEST_UID })).asked, [])
})

interface Folder {
  readonly uids: readonly number[]
  readonly uidNext: number | undefined
  readonly lastUid: number
}

async function listed({ uids, uidNext, lastUid }: Folder) {
  const asked: (readonly [number, number])[] = []
  const session = {
    uidNext,
    async listUids(from: number, to: number): Promise<readonly ListedMail[]> {
      asked.push([from, to])
      return uids
        .filter((uid) => uid >= from && uid <= to)
        .map((uid) => ({ uid, internalDate: undefined, sizeBytes: 1 }))
    },
  }
  const windows = await Array.fromAsync(listAbove(session, lastUid))
  return { asked, found: windows.flat().map(({ uid }) => uid) }
}

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, at) => from + at)
}
