import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Slots } from './slots.ts'

describe('Slots', () => {
  it('serves who waits in the order of asking', async () => {
    const slots = new Slots(1)
    const served: string[] = []
    await slots.take()
    const first = slots.take().then(() => served.push('first'))
    const second = slots.take().then(() => served.push('second'))

    slots.give()
    await first
    slots.give()
    await second

    assert.deepEqual(served, ['first', 'second'])
  })

  it('gives all places only after those who asked before', async () => {
    const slots = new Slots(2)
    const served: string[] = []
    await slots.take()
    const all = slots.takeAll().then(() => served.push('all'))
    served.push('given')
    slots.give()
    await all

    assert.deepEqual(served, ['given', 'all'])
  })
})
