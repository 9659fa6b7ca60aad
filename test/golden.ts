import assert from 'node:assert/strict'
import { readFile, writeFile } from 'node:fs/promises'

const FOLDER = new URL('./golden/', import.meta.url)

/** Compares a text with the file of that name in `test/golden`; `RECORD=1` writes the file instead, to be read in review. */
export async function assertGolden(name: string, actual: string): Promise<void> {
  const file = new URL(name, FOLDER)
  if (process.env['RECORD'] === '1') {
    await writeFile(file, actual)
    return
  }
  assert.equal(actual, await readFile(file, 'utf8'), `test/golden/${name} differs; RECORD=1 records what is now`)
}

/** Like `assertGolden` for a document: what it says is compared, and written with its keys in the order they came. */
export async function assertGoldenJson(name: string, actual: unknown): Promise<void> {
  await assertGolden(name, `${JSON.stringify(actual, null, 2)}\n`)
}
