import assert from 'node:assert/strict'
import { test } from 'node:test'

import { fileFault, reportWords } from './report-words.ts'

const report = { orders: 812, changed: 40, lines: 900, skipped: [], keptColumns: [], droppedColumns: [] }

test('says how many orders came in and how many were news', () => {
  assert.equal(reportWords(report).title, '812 orders from 900 lines, 40 of them new or changed')
  assert.equal(
    reportWords({ ...report, orders: 1, lines: 1, changed: 0 }).title,
    '1 order from 1 line, none of them new or changed',
  )
})

test('names the columns that were left at the door', () => {
  assert.match(
    reportWords({ ...report, droppedColumns: ['buyer-name', 'ship-city'] }).dropped,
    /buyer-name, ship-city\.$/u,
  )
})

test('names a few columns and counts the rest', () => {
  const droppedColumns = Array.from({ length: 11 }, (_, index) => `column-${index}`)

  assert.match(reportWords({ ...report, droppedColumns }).dropped, /column-7 and 3 more\.$/u)
})

test('mentions skipped lines only when there are some', () => {
  assert.equal(reportWords(report).skipped, undefined)
  assert.equal(
    reportWords({ ...report, skipped: [{ line: 3, why: 'no order id' }] }).skipped,
    '1 line could not be used.',
  )
})

test('refuses an empty file and one that is too large before anything is sent', () => {
  assert.match(fileFault({ size: 0 }, 5_000_000) ?? '', /empty/u)
  assert.match(fileFault({ size: 5_000_001 }, 5_000_000) ?? '', /5 MB/u)
  assert.equal(fileFault({ size: 5_000_000 }, 5_000_000), undefined)
})
