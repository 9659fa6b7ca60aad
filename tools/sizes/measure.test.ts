import assert from 'node:assert/strict'
import { describe, it } from 'node:test'

import { countLines, measureSizes } from './measure.ts'

describe('measureSizes', () => {
  it('gives the median and the longest of the files', () => {
    const report = measureSizes(
      new Map([
        ['a', 10],
        ['b', 90],
        ['c', 40],
      ]),
      400,
    )
    assert.deepEqual(report, { medianLines: 40, longestLines: 90, tooLong: [] })
  })

  it('names the files over the limit, longest first', () => {
    const report = measureSizes(
      new Map([
        ['a', 401],
        ['b', 400],
        ['c', 900],
      ]),
      400,
    )
    assert.deepEqual(
      report.tooLong.map((file) => file.path),
      ['c', 'a'],
    )
  })
})

describe('countLines', () => {
  it('counts lines as an editor does', () => {
    assert.equal(countLines(''), 0)
    assert.equal(countLines('a\nb\n'), 2)
    assert.equal(countLines('a\nb'), 2)
  })
})
