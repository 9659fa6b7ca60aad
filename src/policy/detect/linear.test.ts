import assert from 'node:assert/strict'
import test from 'node:test'

import { detect } from './detect.ts'

/** Units that make detectors start over and over; each is repeated to a long text. */
const HOSTILE: readonly string[] = [
  '1234567890',
  '@',
  'a.',
  'a@',
  '1-',
  '1 ',
  '4 ',
  'a.b-c.',
  'DE89 3704 ',
  'http://',
  'www.',
  'aaaa ',
  'john at gmail dot ',
  '(1)',
  'password: ',
  '+1 (1',
  'é',
  '\u200b',
  '一二三',
  'one two ',
  '1\n',
  '1\ufe0f\u20e3',
  '𝟏',
  '\ud835',
  ' ',
  '⟦',
  '⟦CARD',
  'imei ',
  'a . ',
  '[at ',
  'cvv ',
  '1 111 ',
  'eyja',
]
const SHORT = 4_000
/** Twice the text may take twice the time; a machine at work doubles that, a square would make it eight times with fourfold text. */
const FOURFOLD_AT_MOST = 12
/** Below this a clock tells nothing. */
const NOISE_MS = 15

test('takes time in proportion to the text, whatever it is made of', () => {
  const slow = HOSTILE.filter((unit) => {
    const short = bestOf(repeat(unit, SHORT))
    const long = bestOf(repeat(unit, SHORT * 4))
    return long > Math.max(short, NOISE_MS / 4) * FOURFOLD_AT_MOST && long > NOISE_MS
  })

  assert.deepEqual(slow, [])
})

function repeat(unit: string, length: number): string {
  return unit.repeat(Math.ceil(length / unit.length)).slice(0, length)
}

/** The shortest of three runs: what the work costs when nobody disturbs it. */
function bestOf(text: string): number {
  let best = Number.POSITIVE_INFINITY
  for (let run = 0; run < 3; run += 1) {
    const begun = performance.now()
    detect(text)
    best = Math.min(best, performance.now() - begun)
  }
  return best
}
