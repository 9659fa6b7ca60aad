import assert from 'node:assert/strict'
import { utimes } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, it } from 'node:test'

import { isStale } from '../../tools/build/web.ts'
import { plantHouse } from './planted-house.ts'

const sources = { 'web/main.tsx': '', 'src/policy/rule.ts': '', 'src/store/rows.ts': '', 'vite.config.ts': '' }
const built = { ...sources, 'dist/web/index.html': '' }
const later = new Date('2100-01-01T00:00:00Z')

describe('isStale', () => {
  it('asks for a build when there are no pages yet', async () => {
    await using house = await plantHouse(sources)

    assert.equal(isStale(house.root), true)
  })

  it('leaves fresh pages alone', async () => {
    await using house = await plantHouse(built)
    await utimes(join(house.root, 'dist/web/index.html'), later, later)

    assert.equal(isStale(house.root), false)
  })

  it('asks for a build after a rule has changed', async () => {
    await using house = await plantHouse(built)
    await utimes(join(house.root, 'src/policy/rule.ts'), later, later)

    assert.equal(isStale(house.root), true)
  })

  it('does not mind a change that the pages do not see', async () => {
    await using house = await plantHouse(built)
    await utimes(join(house.root, 'dist/web/index.html'), later, later)
    await utimes(
      join(house.root, 'src/store/rows.ts'),
      new Date('2101-01-01T00:00:00Z'),
      new Date('2101-01-01T00:00:00Z'),
    )

    assert.equal(isStale(house.root), false)
  })
})
