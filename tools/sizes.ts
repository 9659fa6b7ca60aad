import { countLines, measureSizes } from './sizes/measure.ts'
import { readSources } from './sources.ts'
import { giveVerdict } from './verdict/verdict.ts'

const LONGEST_LINES = 400
const MEDIAN_BELOW_LINES = 80

const sources = readSources(['{src,sim,web,tools}/**/*.{ts,tsx}'])
const lines = new Map(sources.map(({ path, text }) => [path, countLines(text)]))
const { medianLines, longestLines, tooLong } = measureSizes(lines, LONGEST_LINES)

const breaches = tooLong.map((file) => `${file.path}: ${file.lines} lines\n  It has two subjects: give each its file.`)
if (medianLines >= MEDIAN_BELOW_LINES)
  breaches.push(`The median file has ${medianLines} lines\n  Files grow together: look at the longest.`)

giveVerdict({
  name: 'sizes',
  seen: sources.length,
  fewest: 100,
  breaches,
  figures: `median ${medianLines} lines (below ${MEDIAN_BELOW_LINES}), longest ${longestLines} (at most ${LONGEST_LINES})`,
})
