import { globSync, readFileSync } from 'node:fs'

import { countLines, measureSizes } from './sizes/measure.ts'

const LONGEST_LINES = 400
const MEDIAN_BELOW_LINES = 80
const FEWEST_FILES = 30

const root = new URL('..', import.meta.url).pathname
const paths = globSync(['src/**/*.ts', 'sim/**/*.ts', 'web/**/*.{ts,tsx}', 'tools/**/*.ts'], { cwd: root })
const sources = paths.filter((path) => !/\.test\.tsx?$/u.test(path))
const lines = new Map(sources.map((path) => [path, countLines(readFileSync(`${root}${path}`, 'utf8'))]))
const { fileCount, medianLines, tooLong } = measureSizes(lines, LONGEST_LINES)

for (const file of tooLong) console.log(`${file.path}: ${file.lines} lines. It has two subjects: give each its file.`)
if (fileCount < FEWEST_FILES) console.log(`Only ${fileCount} files were seen. Run it from the repository itself.`)
const longest = Math.max(0, ...lines.values())
console.log(
  `sizes: ${fileCount} files, median ${medianLines} lines (below ${MEDIAN_BELOW_LINES}), longest ${longest} (at most ${LONGEST_LINES})`,
)
const ok = tooLong.length === 0 && medianLines < MEDIAN_BELOW_LINES && fileCount >= FEWEST_FILES
process.exitCode = ok ? 0 : 1
