import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { text as textOf } from 'node:stream/consumers'

import { z } from 'zod'

import { Fault } from '../base/fault.ts'

/** One text to look at and where it came from: a file, `-` for standard input, with the line of a JSONL file. */
export interface NamedText {
  readonly name: string
  readonly text: string
  readonly line?: number
  readonly id?: string
  readonly lang?: string
}

const STDIN = '-'
/** Far above any reply; a longer text is not one. */
const TEXT_MAX_CHARACTERS = 1_000_000

/** Reads files, or standard input when none is named. A Fault `input.unreadable` names a file that cannot be read. */
export async function* readTexts(names: readonly string[]): AsyncGenerator<NamedText> {
  for (const name of orStdin(names))
    yield shortEnough({ name, text: name === STDIN ? await textOf(process.stdin) : await fileText(name) })
}

const Row = z.object({
  text: z.string(),
  id: z.union([z.string(), z.number()]).optional(),
  lang: z.string().optional(),
})

/**
 * Reads files of one JSON object a line, `{"text": ..., "id"?: ..., "lang"?: ...}`, one line at a time. Empty lines are
 * passed over. A Fault `input.unreadable` names file and line of the first that is no such object.
 */
export async function* readRows(names: readonly string[]): AsyncGenerator<NamedText> {
  for (const name of orStdin(names)) {
    let line = 0
    for await (const written of linesOf(name)) {
      line += 1
      if (written.trim() !== '') yield shortEnough({ name, line, ...rowOf(written, `${name}:${line}`) })
    }
  }
}

function orStdin(names: readonly string[]): readonly string[] {
  return names.length === 0 ? [STDIN] : names
}

function shortEnough(named: NamedText): NamedText {
  if (named.text.length <= TEXT_MAX_CHARACTERS) return named
  const place = named.line === undefined ? named.name : `${named.name}:${named.line}`
  throw new Fault('thing.too-large', { detail: `${place}: at most ${TEXT_MAX_CHARACTERS} characters` })
}

async function fileText(name: string): Promise<string> {
  try {
    return await readFile(name, 'utf8')
  } catch (cause) {
    throw new Fault('input.unreadable', { detail: name, cause })
  }
}

async function* linesOf(name: string): AsyncGenerator<string> {
  const input: Readable = name === STDIN ? process.stdin : createReadStream(name, 'utf8')
  try {
    yield* createInterface({ input, crlfDelay: Infinity })
  } catch (cause) {
    throw new Fault('input.unreadable', { detail: name, cause })
  }
}

function rowOf(written: string, place: string): Pick<NamedText, 'text' | 'id' | 'lang'> {
  const row = Row.safeParse(parsed(written, place))
  if (!row.success) throw new Fault('input.unreadable', { detail: `${place} is no object with a "text"` })
  const { text, id, lang } = row.data
  return { text, ...(id !== undefined && { id: String(id) }), ...(lang !== undefined && { lang }) }
}

function parsed(written: string, place: string): unknown {
  try {
    return JSON.parse(written)
  } catch {
    throw new Fault('input.unreadable', { detail: `${place} is no JSON` }) // the cause would repeat the line
  }
}
