import { globSync, readFileSync } from 'node:fs'

import type { Half, Labelled } from './labelled.ts'

const folder = new URL('../../test/corpus/', import.meta.url)

/** All lines of a half of the corpus, by topic and then in the order they were added. */
export function readCorpus(half: Half): readonly Labelled[] {
  const files = globSync(`${half}/*.jsonl`, { cwd: folder.pathname }).sort()
  return files.flatMap((file) => readFileSync(new URL(file, folder), 'utf8').split('\n').filter(Boolean).map(parse))
}

function parse(line: string): Labelled {
  return JSON.parse(line) as Labelled // the test of the corpus checks every line
}

/** Texts in a language that no rule covers, with their language. */
export function readUncovered(): readonly Pick<Labelled, 'lang' | 'text'>[] {
  return readFileSync(new URL('uncovered.jsonl', folder), 'utf8').split('\n').filter(Boolean).map(parse)
}

/** Beginnings, middles and ends of clean reviews and replies, each a sentence of its own that fits to any other. */
type Clauses = Readonly<Record<string, readonly (readonly string[])[]>>

/** Clean texts put together from sentences written by hand, `count` in each language, no two alike (at most 990). */
export function generatedTexts(count: number): readonly Labelled[] {
  const clauses = JSON.parse(readFileSync(new URL('clauses.json', folder), 'utf8')) as Clauses // a file of ours in this shape
  return Object.entries(clauses).flatMap(([lang, parts]) =>
    Array.from({ length: count }, (_, at) => ({
      id: `${lang}-generated-${at}`,
      lang,
      text: parts.map((part) => part[at % part.length] ?? '').join(lang === 'ja' ? '' : ' '),
      label: 'clean',
      entities: [],
      why: 'sentences of everyday reviews and replies, put together',
      obfuscation: 'generated',
      set: 'open' as const,
    })),
  )
}
