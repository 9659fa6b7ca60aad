import { scanCasts } from './casts/scan.ts'
import { readSources } from './sources.ts'
import { giveVerdict } from './verdict/verdict.ts'

const REMEDY = 'Parse the value instead, or end the line with a comment that tells why the type holds.'

const sources = readSources(['{src,sim,web}/**/*.{ts,tsx}'])
const casts = sources.flatMap(({ path, text }) => scanCasts(path, text))

giveVerdict({
  name: 'casts',
  seen: sources.length,
  fewest: 100,
  breaches: casts.map(({ path, line, text }) => `${path}:${line}: ${text}\n  ${REMEDY}`),
})
