import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { SaveDraftOutcome } from '../api/drafts.ts'
import { DraftChain, NO_DRAFT } from './draft-chain.ts'

const changedAt = '2026-11-24T10:00:00.000Z'

interface PendingSave {
  readonly draft: { readonly text: string; readonly version: number }
  readonly answer: (outcome: SaveDraftOutcome) => void
  readonly fail: () => void
}

/** A desk whose answers and pauses the test decides. */
function openChain() {
  const saves: PendingSave[] = []
  const timers = new Set<() => void>()
  const chain = new DraftChain(
    {
      save: (draft) =>
        new Promise((resolve, reject) => {
          saves.push({ draft, answer: resolve, fail: () => reject(new Error('no answer')) })
        }),
      later(run) {
        timers.add(run)
        return () => timers.delete(run)
      },
    },
    NO_DRAFT,
  )
  async function pause() {
    for (const run of timers.values().toArray()) {
      timers.delete(run)
      run()
    }
    await flush()
  }
  return { chain, saves, timers, pause }
}

async function flush() {
  for (let turn = 0; turn < 10; turn += 1) await Promise.resolve()
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index]
  assert.ok(item !== undefined)
  return item
}

test('saves once the typing pauses, and only the newest text', async () => {
  const { chain, saves, pause } = openChain()

  chain.edit('Hel')
  chain.edit('Hello')
  await pause()

  assert.deepEqual(
    saves.map((save) => save.draft),
    [{ text: 'Hello', version: 0 }],
  )
})

test('never has two saves under way, and builds each on the version of the one before', async () => {
  const { chain, saves, pause } = openChain()
  chain.edit('one')
  await pause()
  chain.edit('one two')
  await pause()
  assert.equal(saves.length, 1)

  at(saves, 0).answer({ kind: 'saved', version: 1, changedAt })
  await flush()

  assert.deepEqual(at(saves, 1).draft, { text: 'one two', version: 1 })
})

test('says saved only when the desk holds what the editor shows', async () => {
  const { chain, saves, pause } = openChain()
  chain.edit('one')
  await pause()
  chain.edit('one two')

  at(saves, 0).answer({ kind: 'saved', version: 1, changedAt })
  await flush()
  assert.equal(chain.state.get().kind, 'editing')
  await pause()
  at(saves, 1).answer({ kind: 'saved', version: 2, changedAt })
  await flush()

  assert.equal(chain.state.get().kind, 'saved')
})

test('settles by saving at once what was still waiting', async () => {
  const { chain, saves } = openChain()
  chain.edit('Hello')

  const settled = chain.settle()
  await flush()
  at(saves, 0).answer({ kind: 'saved', version: 1, changedAt })
  await settled

  assert.equal(chain.isDirty, false)
})

test('keeps a refused text and does not try it again by itself', async () => {
  const { chain, saves, timers, pause } = openChain()
  chain.edit('card 4111 1111 1111 1111')
  await pause()

  at(saves, 0).answer({ kind: 'sensitive', findings: [] })
  await flush()

  assert.equal(chain.state.get().kind, 'sensitive')
  assert.equal(chain.isDirty, true)
  assert.equal(timers.size, 0)
})

test('saves again once the refused text was changed', async () => {
  const { chain, saves, pause } = openChain()
  chain.edit('secret')
  await pause()
  at(saves, 0).answer({ kind: 'sensitive', findings: [] })
  await flush()

  chain.edit('no more')
  await pause()

  assert.equal(at(saves, 1).draft.text, 'no more')
})

test('tries again by itself when the desk did not answer', async () => {
  const { chain, saves, pause } = openChain()
  chain.edit('Hello')
  await pause()
  at(saves, 0).fail()
  await flush()
  assert.equal(chain.state.get().kind, 'failed')

  await pause()

  assert.deepEqual(at(saves, 1).draft, { text: 'Hello', version: 0 })
})

test('never writes over a draft that was saved elsewhere', async () => {
  const { chain, saves, pause } = openChain()
  chain.edit('mine')
  await pause()
  at(saves, 0).answer({ kind: 'changed' })
  await flush()

  chain.edit('mine, longer')
  await pause()

  assert.equal(saves.length, 1)
  assert.equal(chain.state.get().kind, 'changed')
})

test('saves over the version found once a person chose their own text', async () => {
  const { chain, saves, pause } = openChain()
  chain.edit('mine')
  await pause()
  at(saves, 0).answer({ kind: 'changed' })
  await flush()

  chain.keepMine({ text: 'theirs', version: 4, changedAt })
  await flush()

  assert.deepEqual(at(saves, 1).draft, { text: 'mine', version: 4 })
})

test('does not let a late answer undo what was adopted meanwhile', async () => {
  const { chain, saves, pause } = openChain()
  chain.edit('Hello')
  await pause()

  chain.adopt(NO_DRAFT)
  at(saves, 0).answer({ kind: 'saved', version: 1, changedAt })
  await flush()

  assert.deepEqual(chain.stored, NO_DRAFT)
  assert.equal(chain.state.get().kind, 'empty')
})
