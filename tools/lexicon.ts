import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import { compileLexicon } from './lexicon/compile.ts'
import { readLexicon } from './lexicon/read.ts'

/*
 * Compiles the lexicons of `src/policy/pack/lexicon` into the one file that the scanner reads. With `--check` it writes
 * nothing and fails if the file is not what the lexicons give.
 */
const folder = path.join(import.meta.dirname, '../src/policy/pack/lexicon')
const target = path.join(folder, '../compiled-lexicon.json')
const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'))
if (names.length === 0) throw new Error(`No lexicon in ${folder}.`)

const { lexicon, mistakes } = compileLexicon(
  names.sort().map((name) => readLexicon(name, readFileSync(path.join(folder, name), 'utf8'))),
)
const written = `${JSON.stringify(lexicon, null, 2)}\n`

for (const mistake of mistakes) process.stderr.write(`${mistake}\n`)
if (mistakes.length > 0) process.exitCode = 1

if (!process.argv.includes('--check')) {
  writeFileSync(target, written)
  process.stdout.write(`${lexicon.phrases} phrases of ${names.length} lexicons.\n`)
} else if (readFileSync(target, 'utf8') !== written) {
  process.stderr.write('The compiled lexicon is not what the lexicons give. Run: npm run lexicon\n')
  process.exitCode = 1
}
