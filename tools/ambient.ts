import { scanSource } from './ambient/scan.ts'
import { readSources } from './sources.ts'
import { giveVerdict } from './verdict/verdict.ts'

const sources = readSources(['src/**/*.ts'])
const breaches = sources.flatMap(({ path, text }) => scanSource(path, text))

giveVerdict({
  name: 'ambient',
  seen: sources.length,
  fewest: 100,
  breaches: breaches.map(({ path, line, word, remedy }) => `${path}:${line}: ${word}\n  ${remedy}`),
})
