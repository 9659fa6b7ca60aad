import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { readAmount, readFlag, readInstant } from './read-cell.ts'

describe('readInstant', () => {
  it('reads what reports write, in UTC when no offset is named', () => {
    const cells = [
      '2026-11-24T10:00:00+00:00',
      '2026-11-24T10:00:00Z',
      '2026-11-24T10:00:00.123Z',
      '2026-11-24 10:00:00',
      '2026/11/24 10:00:00 UTC',
      '2026-11-24T19:00:00+09:00',
      '2026-11-24T02:00:00-0800',
      ' 2026-11-24T10:00 ',
    ]

    assert.deepEqual(
      cells.map((cell) => readInstant(cell)?.toISOString()),
      cells.map(() => '2026-11-24T10:00:00.000Z'),
    )
    assert.equal(readInstant('2026-11-24')?.toISOString(), '2026-11-24T00:00:00.000Z')
  })

  it('reads no instant that is not there or could be two', () => {
    const cells = [
      '',
      'soon',
      '24.11.2026 10:00',
      '11/24/2026',
      '2026-02-30',
      '2026-13-01',
      '2026-11-24T25:00:00Z',
      '=1',
    ]

    assert.deepEqual(
      cells.map(readInstant),
      cells.map(() => undefined),
    )
  })
})

describe('readAmount', () => {
  it('reads points, commas and groups', () => {
    const cells: readonly (readonly [cell: string, currency: string, minor: number])[] = [
      ['12.50', 'EUR', 1_250],
      ['12,5', 'EUR', 1_250],
      ['12', 'EUR', 1_200],
      ['1,234.56', 'USD', 123_456],
      ['1.234,56', 'EUR', 123_456],
      ['1,234,567.00', 'INR', 123_456_700],
      ['-3.00', 'GBP', -300],
      ['0.1', 'USD', 10],
      ['1200', 'JPY', 1_200],
      ['1,200', 'JPY', 1_200],
      ['1200.00', 'JPY', 1_200],
    ]

    assert.deepEqual(
      cells.map(([cell, currency]) => readAmount(cell, currency)),
      cells.map(([, , minor]) => minor),
    )
  })

  it('reads no amount that is none, or that the currency cannot pay', () => {
    const cells: readonly (readonly [cell: string, currency: string])[] = [
      ['', 'EUR'],
      ['=1+1', 'EUR'],
      ['12.345.67', 'EUR'],
      ['1.234.56', 'EUR'],
      ['12 EUR', 'EUR'],
      ['1200.50', 'JPY'],
      ['12345678901', 'EUR'],
    ]

    assert.deepEqual(
      cells.map(([cell, currency]) => readAmount(cell, currency)),
      cells.map(() => undefined),
    )
  })
})

describe('readFlag', () => {
  it('takes a yes in any writing, and nothing else', () => {
    const cells = ['true', 'TRUE', ' Yes ', '1', 'false', 'No', '0', '', undefined, 'maybe']

    assert.deepEqual(cells.map(readFlag), [true, true, true, true, false, false, false, false, false, false])
  })
})
