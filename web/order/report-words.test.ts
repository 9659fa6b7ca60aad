import assert from 'node:assert/strict'
import { test } from 'node:test'

import type { ImportedReport } from '../api/order-reports.ts'
import { fileFault, placeWords, reportWords } from './report-words.ts'

const LIMIT_BYTES = 5 * 1024 * 1024
const report: ImportedReport = {
  kind: 'orders',
  orders: 812,
  changed: 40,
  lines: 900,
  skipped: [],
  keptColumns: [],
  droppedColumns: [],
}

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

test('mentions what could not be read only when there is some', () => {
  assert.equal(reportWords(report).skipped, undefined)
  assert.match(reportWords({ ...report, skipped: [{ line: 3, why: 'order-id' }] }).skipped ?? '', /^1 place /u)
})

test('names the line and what of it could not be read', () => {
  assert.equal(placeWords({ line: 3, why: 'purchase-date' }), 'Line 3: purchase-date')
  assert.match(placeWords({ line: 4, why: 'cells' }), /^Line 4: it has other columns/u)
})

test('refuses an empty file and one that is too large before anything is sent', () => {
  assert.match(fileFault({ size: 0 }, LIMIT_BYTES) ?? '', /empty/u)
  assert.match(fileFault({ size: LIMIT_BYTES + 1 }, LIMIT_BYTES) ?? '', /5 MB/u)
  assert.equal(fileFault({ size: LIMIT_BYTES }, LIMIT_BYTES), undefined)
})
