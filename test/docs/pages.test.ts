import assert from 'node:assert/strict'
import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, it } from 'node:test'

import { FLOORS } from '../../tools/imports/floors.ts'

const repository = new URL('../../', import.meta.url).pathname
const pages = globSync(['*.md', 'docs/**/*.md'], { cwd: repository })

function read(path: string): string {
  return readFileSync(join(repository, path), 'utf8')
}

describe('the pages', () => {
  it('link to what exists', () => {
    const links = pages.flatMap((page) =>
      [...read(page).matchAll(/\]\((?!https?:|#)([^)#]+)/gu)].map(([, target = '']) => join(dirname(page), target)),
    )

    assert.ok(links.length > 10)
    assert.deepEqual(
      links.filter((target) => !existsSync(join(repository, target))),
      [],
    )
  })

  it('name the floor of every room', () => {
    const rows = read('docs/guide/rooms.md').matchAll(/^\| (\d) \| `(\w+)\/` \|/gmu)
    const told = [...rows].map(([, floor, room]) => `${floor} ${room}`)
    const held = FLOORS.flatMap((rooms, floor) => rooms.map((room) => `${floor} ${room}`))

    assert.deepEqual(told.toSorted(), held.toSorted())
    assert.deepEqual(
      readdirSync(join(repository, 'src'), { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map((entry) => entry.name)
        .toSorted(),
      FLOORS.flat().toSorted(),
    )
  })

  it('name files that exist', () => {
    const names = [...read('docs/guide/rooms.md').matchAll(/`([a-z-]+\/[a-z/-]+(?:\.ts|\/))`/gu)].map(
      ([, name = '']) => name,
    )

    assert.ok(names.length > 20)
    assert.deepEqual(
      names.filter((name) => !['', 'src'].some((folder) => existsSync(join(repository, folder, name)))),
      [],
    )
  })
})
