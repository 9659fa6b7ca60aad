import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { it } from 'node:test'

/** A setting, or the file that holds it. */
const SETTING = /SAFEREPLY_[A-Z_]+|DATABASE_URL(?:_FILE)?/gu

/** Each setting of a text once, sorted; its twin for a file counts as the setting itself. */
function settingsIn(text: string): readonly string[] {
  const names = [...text.matchAll(SETTING)].map(([name]) => name.replace(/_FILE$/u, ''))
  return [...new Set(names)].toSorted()
}

function read(path: string): string {
  return readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')
}

it('the table of settings names what the program reads, and nothing else', () => {
  const rows = read('docs/guide/start.md')
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const told = settingsIn(rows.map((row) => row.split('|')[1]).join('\n'))

  assert.ok(told.length > 0)
  assert.deepEqual(told, settingsIn(read('src/config.ts')))
})
