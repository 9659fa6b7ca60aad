import { readFile } from 'node:fs/promises'
import { text as textOf } from 'node:stream/consumers'

import { Fault } from '../base/fault.ts'

/** One text to look at and where it came from: a file, or `-` for standard input. */
export interface NamedText {
  readonly name: string
  readonly text: string
}

const STDIN = '-'
/** Far above any reply; a file larger than this is not one. */
const TEXT_MAX_CHARACTERS = 1_000_000

/** Reads files, or standard input when none is named. A Fault 'config.invalid' names a file that cannot be read. */
export async function readTexts(names: readonly string[]): Promise<readonly NamedText[]> {
  const wanted = names.length === 0 ? [STDIN] : names
  return Promise.all(wanted.map(readOne))
}

async function readOne(name: string): Promise<NamedText> {
  const text = name === STDIN ? await textOf(process.stdin) : await fileText(name)
  if (text.length > TEXT_MAX_CHARACTERS) {
    throw new Fault('thing.too-large', { detail: `${name}: at most ${TEXT_MAX_CHARACTERS} characters` })
  }
  return { name, text }
}

async function fileText(name: string): Promise<string> {
  try {
    return await readFile(name, 'utf8')
  } catch (cause) {
    throw new Fault('input.unreadable', { detail: name, cause })
  }
}
