import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

import catalogue from '../src/policy/pack/catalogue-2026-11-23.json' with { type: 'json' }
import { currentPack } from '../src/policy/pack/current-pack.ts'
import { rulesPage } from './rules/page.ts'

/* Writes the page of all rules. With `--check` it writes nothing and fails if the page is not what the pack gives. */
const target = path.join(import.meta.dirname, '../docs/guide/rules.md')
const page = rulesPage(catalogue.rules, currentPack())

if (!process.argv.includes('--check')) writeFileSync(target, page)
else if (readFileSync(target, 'utf8') !== page) {
  process.stderr.write('docs/guide/rules.md is not what the policy pack gives. Run: npm run rules\n')
  process.exitCode = 1
}
