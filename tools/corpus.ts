import { appendFileSync, mkdirSync, readFileSync } from 'node:fs'

import { readDraft } from './corpus/draft.ts'
import { topicOf } from './corpus/labelled.ts'
import { readCorpus } from './corpus/read.ts'

/** `node tools/corpus.ts DRAFT...` adds drafted sentences to test/corpus; see the README there. */
const corpus = new URL('../test/corpus/', import.meta.url)
const drafts = process.argv.slice(2).map((file) => readFileSync(file, 'utf8'))
const added = readDraft(drafts.join('\n'), [...readCorpus('open'), ...readCorpus('held')])

for (const line of added) {
  const folder = new URL(`${line.set}/`, corpus)
  mkdirSync(folder, { recursive: true })
  appendFileSync(new URL(`${topicOf(line)}.jsonl`, folder), `${JSON.stringify(line)}\n`)
}
console.log(`${added.length} lines added`)
