import assert from 'node:assert/strict'
import { test } from 'node:test'

import { progressLine } from './import-progress.ts'

test('progress tells how far it is, how fast, and how long it takes', () => {
  const line = progressLine({ readBytes: 250, totalBytes: 1_000, mails: 12_000, elapsedMs: 40_000 })

  assert.equal(line, '25 % · 12,000 mails · 300 a second · 2 min left')
})

test('speed is not guessed from the first moment, and the end has nothing left', () => {
  assert.equal(progressLine({ readBytes: 1, totalBytes: 9, mails: 1, elapsedMs: 10 }), '11 % · 1 mail')
  assert.equal(
    progressLine({ readBytes: 9, totalBytes: 9, mails: 60, elapsedMs: 2_000 }),
    '100 % · 60 mails · 30 a second',
  )
})

test('a file that grew while it was read is not more than whole, and an empty one is', () => {
  assert.match(progressLine({ readBytes: 11, totalBytes: 10, mails: 2, elapsedMs: 0 }), /^100 %/u)
  assert.match(progressLine({ readBytes: 0, totalBytes: 0, mails: 0, elapsedMs: 0 }), /^100 %/u)
})

test('less than a second left is still a second', () => {
  const line = progressLine({ readBytes: 999, totalBytes: 1_000, mails: 999, elapsedMs: 5_000 })

  assert.match(line, /· 1 s left$/u)
})
